#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "percuta/base/error.hpp"
#include "percuta/numerics/operators/transmissibility.hpp"

namespace percuta::numerics {

/// The conductance of the exchange becomes what rounding to float32 left of it: the ledger then closes to double
/// precision.
void Transmissibilities::add_exchange(Exchange exchange) {
  if (!(exchange.conductance >= 0 && std::isfinite(exchange.conductance))) {
    throw InputError("the conductance of an exchange must be finite and not negative");
  }
  float& sink = sink_.cells()[exchange.cell];
  const auto before = static_cast<double>(sink);
  sink = static_cast<float>(before + exchange.conductance / scale_);
  exchange.conductance = (static_cast<double>(sink) - before) * scale_;
  exchanges_.push_back(exchange);
}

void Transmissibilities::add_end(const Grid& grid, const Medium& medium, Index k, Exchange exchange) {
  const Field& conductivity = medium.conductivity_z ? *medium.conductivity_z : medium.conductivity;
  const double coefficient = exchange.conductance;
  for (Index j = 0; j < layout_.ny; ++j) {
    for (Index i = 0; i < layout_.nx; ++i) {
      const double d = conductivity(i, j, k);
      if (!(d > 0 && coefficient > 0)) continue;
      const double film = std::isfinite(coefficient) ? 1 / coefficient : 0;
      exchange.conductance = grid.dx() * grid.dy() / (film + 0.5 * grid.dz(k) / d);
      exchange.cell = layout_.at(i, j, k);
      add_exchange(exchange);
    }
  }
  drop_exchanges_of_held();  // of cells cut before
  for (const Held& held : held_) sink_.cells()[held.cell] = 1;
}

void Transmissibilities::add_top(const Grid& grid, const Medium& medium, double coefficient, double outside,
                                 int label) {
  add_end(grid, medium, 0, {0, coefficient, outside, label, CellSide::top});
}

void Transmissibilities::add_bottom(const Grid& grid, const Medium& medium, double coefficient, double outside,
                                    int label) {
  add_end(grid, medium, layout_.nz - 1, {0, coefficient, outside, label, CellSide::bottom});
}

std::array<Transmissibilities::Face, 6> Transmissibilities::faces_of(Index cell) {
  const Index j = cell / layout_.slab(), k = cell % layout_.slab() / layout_.stride(), i = cell % layout_.stride();
  const Index nx = layout_.nx, ny = layout_.ny;
  float *tx = tx_.cells() + layout_.at(0, j, k), *ty = ty_.cells() + layout_.at(i, 0, k), *tz = tz_.cells();
  const Index slab = layout_.slab(), west = i > 0 ? i - 1 : nx - 1, east = i + 1 < nx ? i + 1 : 0;
  const Index south = j > 0 ? j - 1 : ny - 1, north = j + 1 < ny ? j + 1 : 0;
  const bool wraps_x = layout_.wraps_x(), wraps_y = layout_.wraps_y();
  return {Face{tx + i, wraps_x && i == 0 ? tx + nx : nullptr, layout_.at(west, j, k), CellSide::east},
          Face{tx + i + 1, wraps_x && i + 1 == nx ? tx : nullptr, layout_.at(east, j, k), CellSide::west},
          Face{ty + j * slab, wraps_y && j == 0 ? ty + ny * slab : nullptr, layout_.at(i, south, k), CellSide::north},
          Face{ty + (j + 1) * slab, wraps_y && j + 1 == ny ? ty : nullptr, layout_.at(i, north, k), CellSide::south},
          Face{tz + cell, nullptr, cell - layout_.stride(), CellSide::bottom},
          Face{tz + cell + layout_.stride(), nullptr, cell + layout_.stride(), CellSide::top}};
}

/// Leaves a cell without neighbours, its row saying 1 u = f.
void Transmissibilities::isolate(Index cell) {
  for (const Face& face : faces_of(cell)) {
    *face.value = 0;
    if (face.copy != nullptr) *face.copy = 0;
  }
  mass_.cells()[cell] = 0;
  sink_.cells()[cell] = 1;
  if (!own_sink_.empty()) own_sink_.cells()[cell] = 0;
}

void Transmissibilities::drop_exchanges_of_held() {
  std::unordered_set<Index> held;
  for (const Held& cell : held_) held.insert(cell.cell);
  std::erase_if(exchanges_, [&](const Exchange& exchange) { return held.contains(exchange.cell); });
}

void Transmissibilities::hold(const std::vector<Held>& cells) {
  for (const Held& held : cells) {
    for (const Face& face : faces_of(held.cell)) {
      if (*face.value > 0) {
        add_exchange({face.neighbour, static_cast<double>(*face.value) * scale_, held.value, held.label, face.theirs,
                      held.cell});
      }
    }
    isolate(held.cell);
    held_.push_back(held);
  }
  drop_exchanges_of_held();
}

void Transmissibilities::cut(const std::vector<Index>& cells) {
  for (const Index cell : cells) {
    isolate(cell);
    held_.push_back({cell, 0, 0, true});
  }
  drop_exchanges_of_held();
}

void Transmissibilities::set_outside(int label, double value) {
  for (Exchange& exchange : exchanges_) {
    if (exchange.label == label) exchange.outside = value;
  }
  for (Held& held : held_) {
    if (held.label == label && !held.is_cut) held.value = value;
  }
}

void Transmissibilities::set_decay(const Transmissibilities& base, const Field& decay) {
  const double factor = mass_scale_ / scale_;
  for_each_cell(layout_, [&](Index i, Index j, Index k) {
    const Index c = layout_.at(i, j, k);
    const double added = factor * static_cast<double>(mass_.cells()[c]) * decay.cells()[c];
    sink_.cells()[c] = static_cast<float>(static_cast<double>(base.sink_.cells()[c]) + added);
  });
}

void Transmissibilities::set_sinks(const Transmissibilities& base, const Field& added) {
  for_each_cell(layout_, [&](Index i, Index j, Index k) {
    const Index c = layout_.at(i, j, k);
    sink_.cells()[c] = static_cast<float>(static_cast<double>(base.sink_.cells()[c]) + added.cells()[c] / scale_);
  });
  for (const Held& held : held_) sink_.cells()[held.cell] = 1;
}

void Transmissibilities::set_outsides(const Transmissibilities& other) {
  for (std::size_t e = 0; e < other.exchanges_.size(); ++e) exchanges_[e].outside = other.exchanges_[e].outside;
  for (std::size_t h = 0; h < other.held_.size(); ++h) held_[h].value = other.held_[h].value;
}

void Transmissibilities::load(const Field* source, Field& f) const {
  double* cells = f.cells();
  for_each_cell(layout_, [&](Index i, Index j, Index k) {
    const Index cell = layout_.at(i, j, k);
    cells[cell] = source != nullptr ? source->cells()[cell] / scale_ : 0;
  });
  for (const Exchange& exchange : exchanges_) cells[exchange.cell] += exchange.conductance / scale_ * exchange.outside;
  for (const Held& held : held_) cells[held.cell] = held.value;
}

std::map<int, std::string> Transmissibilities::row_names(std::map<int, std::string> given) const {
  for (const Exchange& exchange : exchanges_)
    given.try_emplace(exchange.label, "exchange " + std::to_string(exchange.label));
  return given;
}

double Transmissibilities::outflow(int label, const Field& u) const {
  double sum = 0;
  for (const Exchange& exchange : exchanges_) {
    if (exchange.label == label) sum += exchange.conductance * (u.cells()[exchange.cell] - exchange.outside);
  }
  return sum;
}

double Transmissibilities::sunk(const Field& u) const {
  double sum = 0;
  if (own_sink_.empty()) return sum;
  for_each_cell(layout_, [&](Index i, Index j, Index k) {
    const Index cell = layout_.at(i, j, k);
    sum += static_cast<double>(own_sink_.cells()[cell]) * u.cells()[cell];
  });
  return sum * scale_;
}

}  // namespace percuta::numerics
