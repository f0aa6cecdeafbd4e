#include "percuta/numerics/operators/transmissibility.hpp"

#include <algorithm>
#include <cmath>

#include "percuta/base/error.hpp"

namespace percuta::numerics {
namespace {

/// Two half cells of heights a, b and a resistance between them, in series, per area.
double series(double a, double conductivity_a, double b, double conductivity_b, double resistance) {
  if (!(conductivity_a > 0 && conductivity_b > 0)) return 0;
  return 1 / (0.5 * a / conductivity_a + resistance + 0.5 * b / conductivity_b);
}

/// The power of two next below `value`; 1 for 0.
double power_of_two(double value) {
  return value > 0 ? std::exp2(std::floor(std::log2(value))) : 1;
}

const Field& along_z(const Medium& medium) {
  return medium.conductivity_z ? *medium.conductivity_z : medium.conductivity;
}

void must_be_valid(const Field& field) {
  for_each_cell(field.layout(), [&](Index i, Index j, Index k) {
    const double value = field(i, j, k);
    if (!(value >= 0 && std::isfinite(value))) {
      throw InputError("the coefficient '" + field.name() + "' must be finite and not negative in every cell");
    }
  });
}

}  // namespace

Transmissibilities::Transmissibilities(const Grid& grid, const Medium& medium)
    : layout_(grid.layout()), tx_(layout_), ty_(layout_), tz_(layout_), mass_(layout_), sink_(layout_) {
  must_be_valid(medium.conductivity);
  if (medium.conductivity_z) must_be_valid(*medium.conductivity_z);
  if (medium.capacity) must_be_valid(*medium.capacity);
  if (medium.sink) must_be_valid(*medium.sink);
  set_scales(grid, medium);
  assemble_faces(grid, medium);
  wrap();
  if (medium.sink) own_sink_ = sink_;
}

void Transmissibilities::set_scales(const Grid& grid, const Medium& medium) {
  double face = 0, mass = 0;
  for_each_cell(layout_, [&](Index i, Index j, Index k) {
    const double dz = grid.dz(k);
    face =
        std::max(face, medium.conductivity(i, j, k) * std::max(dz * grid.dy() / grid.dx(), dz * grid.dx() / grid.dy()));
    face = std::max(face, along_z(medium)(i, j, k) * grid.dx() * grid.dy() / dz);
    if (medium.capacity) mass = std::max(mass, (*medium.capacity)(i, j, k) * grid.volume(k));
  });
  scale_ = power_of_two(face);
  mass_scale_ = power_of_two(mass);
}

void Transmissibilities::assemble_faces(const Grid& grid, const Medium& medium) {
  const Field &d = medium.conductivity, &dz = along_z(medium);
  std::vector<double> resistance(static_cast<std::size_t>(layout_.nz) + 1);
  for (const InterfaceResistance& r : medium.resistances)
    resistance.at(static_cast<std::size_t>(r.face)) += r.resistance;
  for_each_cell(layout_, [&](Index i, Index j, Index k) {
    const Index cell = layout_.at(i, j, k);
    const double h = grid.dz(k), c = d(i, j, k);
    const Index west = i > 0 ? i - 1 : layout_.nx - 1, south = j > 0 ? j - 1 : layout_.ny - 1;
    if (i > 0 || layout_.wraps_x()) {
      const double t = grid.dy() * h * series(grid.dx(), d(west, j, k), grid.dx(), c, 0);
      tx_.cells()[cell] = static_cast<float>(t / scale_);
    }
    if (j > 0 || layout_.wraps_y()) {
      const double t = grid.dx() * h * series(grid.dy(), d(i, south, k), grid.dy(), c, 0);
      ty_.cells()[cell] = static_cast<float>(t / scale_);
    }
    if (k > 0) {
      const double t = grid.dx() * grid.dy() *
                       series(grid.dz(k - 1), dz(i, j, k - 1), h, dz(i, j, k), resistance[static_cast<std::size_t>(k)]);
      tz_.cells()[cell] = static_cast<float>(t / scale_);
    }
    const double volume = grid.volume(k);
    if (medium.capacity) mass_.cells()[cell] = static_cast<float>((*medium.capacity)(i, j, k) * volume / mass_scale_);
    if (medium.sink) sink_.cells()[cell] = static_cast<float>((*medium.sink)(i, j, k) * volume / scale_);
  });
}

/// The far copy of the faces through which a periodic side is crossed.
void Transmissibilities::wrap() {
  if (layout_.wraps_x()) {
    for (Index j = 0; j < layout_.ny; ++j) {
      for (Index k = 0; k < layout_.nz; ++k) {
        tx_.cells()[layout_.at(layout_.nx, j, k)] = tx_.cells()[layout_.at(0, j, k)];
      }
    }
  }
  if (layout_.wraps_y()) std::copy_n(ty_.cells(), layout_.slab(), ty_.cells() + layout_.at(0, layout_.ny, 0));
}

std::size_t Transmissibilities::bytes() const {
  return tx_.bytes() + ty_.bytes() + tz_.bytes() + mass_.bytes() + sink_.bytes() + own_sink_.bytes() +
         exchanges_.size() * sizeof(Exchange) + held_.size() * sizeof(Held);
}

void Transmissibilities::add(const Transmissibilities& other) {
  const auto add_all = [](PaddedArray<float>& to, const PaddedArray<float>& from, double ratio) {
    std::transform(to.begin(), to.end(), from.begin(), to.begin(), [ratio](float a, float b) {
      return static_cast<float>(static_cast<double>(a) + ratio * static_cast<double>(b));
    });
  };
  const double ratio = other.scale_ / scale_;
  add_all(tx_, other.tx_, ratio);
  add_all(ty_, other.ty_, ratio);
  add_all(tz_, other.tz_, ratio);
  add_all(sink_, other.sink_, ratio);
  add_all(mass_, other.mass_, other.mass_scale_ / mass_scale_);
  for (const Held& held : held_) sink_.cells()[held.cell] = 1;
}

void Transmissibilities::multiply_faces(Index i, Index j, Index k, double x, double y, double z) {
  const auto scaled = [](float face, double factor) { return static_cast<float>(static_cast<double>(face) * factor); };
  const Index cell = layout_.at(i, j, k);
  tx_.cells()[cell] = scaled(tx_.cells()[cell], x);
  ty_.cells()[cell] = scaled(ty_.cells()[cell], y);
  tz_.cells()[cell] = scaled(tz_.cells()[cell], z);
  if (i == 0 && layout_.wraps_x()) tx_.cells()[layout_.at(layout_.nx, j, k)] = tx_.cells()[cell];
  if (j == 0 && layout_.wraps_y()) ty_.cells()[layout_.at(i, layout_.ny, k)] = ty_.cells()[cell];
}

double Transmissibilities::conductance(Axis axis, Index i, Index j, Index k) const {
  const PaddedArray<float>& faces = axis == Axis::x ? tx_ : axis == Axis::y ? ty_ : tz_;
  return static_cast<double>(faces.cells()[layout_.at(i, j, k)]) * scale_;
}

void Transmissibilities::set_conductance(Axis axis, Index i, Index j, Index k, double conductance) {
  if (!(conductance >= 0 && std::isfinite(conductance))) {
    throw InputError("the conductance of a face must be finite and not negative");
  }
  PaddedArray<float>& faces = axis == Axis::x ? tx_ : axis == Axis::y ? ty_ : tz_;
  set_face(faces, layout_.at(i, j, k), conductance);
  if (axis == Axis::x && i == 0 && layout_.wraps_x()) set_face(faces, layout_.at(layout_.nx, j, k), conductance);
  if (axis == Axis::y && j == 0 && layout_.wraps_y()) set_face(faces, layout_.at(i, layout_.ny, k), conductance);
}

void Transmissibilities::multiply_cell(Index i, Index j, Index k, double factor) {
  const Index cell = layout_.at(i, j, k);
  for (PaddedArray<float>* each : {&mass_, &sink_, &own_sink_}) {
    if (!each->empty()) each->cells()[cell] = static_cast<float>(static_cast<double>(each->cells()[cell]) * factor);
  }
}

void Transmissibilities::set_capacity(Index cell, double capacity) {
  if (!(capacity >= 0 && std::isfinite(capacity))) {
    throw InputError("the capacity of a cell must be finite and not negative");
  }
  mass_.cells()[cell] = static_cast<float>(capacity / mass_scale_);
}

}  // namespace percuta::numerics
