#include "percuta/numerics/operators/advection.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "percuta/base/error.hpp"

namespace percuta::numerics {

Advection::Advection(const Transmissibilities& matrix, FaceFlow flow, const AdvectionSettings& settings)
    : settings_(settings) {
  set_flow(matrix, std::move(flow));
  fit(matrix);
}

void Advection::set_flow(const Transmissibilities& matrix, FaceFlow flow) {
  if (!(flow.layout() == matrix.layout())) throw InputError("a flow must be on the grid of what it carries");
  flow_ = std::move(flow);
  gather_ends(matrix);
}

/// Takes out of flow_ what does not pass from one free cell to another.
void Advection::gather_ends(const Transmissibilities& matrix) {
  const Layout& layout = matrix.layout();
  ends_.clear();
  std::vector<Index> behind(static_cast<std::size_t>(layout.slab() * layout.ny), -1);
  for (const Held& held : matrix.held()) behind[static_cast<std::size_t>(held.cell)] = held.cell;
  const auto held_at = [&](Index cell) { return behind[static_cast<std::size_t>(cell)]; };
  const auto meet = [&](Axis axis, Index i, Index j, Index k, Index neighbour) {
    const CellSide near = axis == Axis::x ? CellSide::west : axis == Axis::y ? CellSide::south : CellSide::top;
    const CellSide far = axis == Axis::x ? CellSide::east : axis == Axis::y ? CellSide::north : CellSide::bottom;
    const double flow = flow_.at(axis, i, j, k);
    const Index cell = layout.at(i, j, k), here = held_at(cell), there = held_at(neighbour);
    if (flow == 0 || (here < 0 && there < 0)) return;
    if (here < 0) ends_.push_back({cell, there, near, flow, {}});
    if (there < 0) ends_.push_back({neighbour, here, far, -flow, {}});
    flow_.set(axis, i, j, k, 0);
  };
  const auto leave = [&](Index i, Index j, Index k, double into, const Beyond& beyond) {
    const Index cell = layout.at(i, j, k < layout.nz ? k : k - 1);
    if (into != 0 && held_at(cell) < 0)
      ends_.push_back({cell, -1, k == 0 ? CellSide::top : CellSide::bottom, into, beyond});
    flow_.set(Axis::z, i, j, k, 0);
  };
  for_each_cell(layout, [&](Index i, Index j, Index k) {
    meet(Axis::x, i, j, k, layout.at(i > 0 ? i - 1 : layout.nx - 1, j, k));
    meet(Axis::y, i, j, k, layout.at(i, j > 0 ? j - 1 : layout.ny - 1, k));
    if (k > 0) meet(Axis::z, i, j, k, layout.at(i, j, k - 1));
    if (k == 0) leave(i, j, 0, flow_.at(Axis::z, i, j, 0), settings_.top);
    if (k + 1 == layout.nz) leave(i, j, layout.nz, -flow_.at(Axis::z, i, j, layout.nz), settings_.bottom);
  });
}

double Advection::fitted(double conductance, double flow) const {
  const double half = 0.5 * std::abs(flow);
  if (half == 0) return conductance;
  if (settings_.scheme == FluxScheme::upwind) return conductance + half;
  return conductance > 0 ? half / std::tanh(half / conductance) : half;
}

void Advection::fit(const Transmissibilities& matrix) {
  fitted_ = matrix;
  const double scale = matrix.scale();
  const auto fit_face = [&](Axis axis, Index i, Index j, Index k) {
    const double flow = flow_.at(axis, i, j, k);
    if (flow == 0) return;
    const double stored = fitted(matrix.conductance(axis, i, j, k), flow) / scale;
    float rounded = static_cast<float>(stored);
    if (static_cast<double>(rounded) < 0.5 * std::abs(flow) / scale) {
      rounded = std::nextafter(rounded, std::numeric_limits<float>::infinity());
    }
    fitted_.set_conductance(axis, i, j, k, static_cast<double>(rounded) * scale);
  };
  for_each_cell(matrix.layout(), [&](Index i, Index j, Index k) {
    fit_face(Axis::x, i, j, k);
    fit_face(Axis::y, i, j, k);
    fit_face(Axis::z, i, j, k);
  });
  ExchangesOf exchanges_of;
  for (std::size_t e = matrix.exchanges().size(); e-- > 0;) exchanges_of.emplace(matrix.exchanges()[e].cell, e);
  for (End& end : ends_) fit_end(matrix, exchanges_of, end);
}

/// The exchanges of the face and the flow make one flux. Of that flux `fitted` has what its exchanges hold in float32;
/// the rest, exact, is `brought` and `drained`. The exchange that is added has 0 outside: it helps the cycle alone.
void Advection::fit_end(const Transmissibilities& matrix, const ExchangesOf& exchanges_of, End& end) {
  double conductance = 0;
  end.exchange = -1;
  const auto [first, last] = exchanges_of.equal_range(end.cell);
  for (auto each = first; each != last; ++each) {
    const Exchange& exchange = matrix.exchanges()[each->second];
    const bool is_at_end = end.behind < 0 && exchange.side == CellSide::none;
    if (exchange.behind != end.behind || !(exchange.side == end.side || is_at_end)) continue;
    if (end.behind < 0 && exchange.label != end.beyond.label) continue;
    conductance += exchange.conductance;
    end.exchange = static_cast<Index>(each->second);
    end.beyond = {exchange.outside, exchange.label};
  }
  const bool is_shut = end.behind >= 0 && end.exchange < 0;
  const double flow = is_shut ? 0 : end.flow, both = std::max(conductance, fitted(conductance, flow));
  fitted_.add_exchange({end.cell, both - conductance, 0, end.beyond.label, end.side, end.behind});
  end.brought = (both + 0.5 * flow) - conductance;
  end.drained = (both - 0.5 * flow) - (conductance + fitted_.exchanges().back().conductance);
}

void Advection::follow(const Transmissibilities& matrix) {
  fitted_.set_outsides(matrix);
  for (End& end : ends_) {
    if (end.exchange >= 0) end.beyond.outside = matrix.exchanges()[static_cast<std::size_t>(end.exchange)].outside;
  }
}

void Advection::load(const Field* source, Field& f) const {
  fitted_.load(source, f);
  for (const End& end : ends_) {
    f.cells()[end.cell] += end.brought / fitted_.scale() * end.beyond.outside;
  }
}

namespace {

/// Row k of a slab: what crosses each face, and u on both sides of it.
struct CarriedRow {
  const double *x, *y, *y_far, *z, *z_far;
  const double *mid, *near, *far, *above, *below;
};

/// The flow through each face is reckoned from the same values by the same sum for both cells.
void carry_row(const CarriedRow& row, Index n, double factor, double* __restrict r) {
#pragma omp simd
  for (Index i = 0; i < n; ++i) {
    const double c = row.mid[i];
    const double x = row.x[i] * (row.mid[i - 1] + c) - row.x[i + 1] * (c + row.mid[i + 1]);
    const double y = row.y[i] * (row.near[i] + c) - row.y_far[i] * (c + row.far[i]);
    const double z = row.z[i] * (row.above[i] + c) - row.z_far[i] * (c + row.below[i]);
    r[i] += factor * ((x + y) + z);
  }
}

}  // namespace

void Advection::carry(const std::vector<SlabRange>& ranges, double factor, const Field& u, Field& r) const {
  const Layout& layout = flow_.layout();
  const double half = 0.5 * factor / fitted_.scale();
  for_cells(ranges, [&](Index j) {
    for (Index k = 0; k < layout.nz; ++k) {
      const Index at = layout.at(0, j, k), slab = layout.slab(), stride = layout.stride();
      const double *x = flow_.x() + at, *y = flow_.y() + at, *z = flow_.z() + at, *c = u.cells() + at;
      carry_row({x, y, y + slab, z, z + stride, c, c - slab, c + slab, c - stride, c + stride}, layout.nx, half,
                r.cells() + at);
    }
  });
  const double whole = factor / fitted_.scale();
  for (const End& end : ends_) r.cells()[end.cell] -= whole * end.drained * u.cells()[end.cell];
}

double Advection::outflow(int label, const Field& u) const {
  double sum = fitted_.outflow(label, u);
  for (const End& end : ends_) {
    if (end.beyond.label == label) sum += end.drained * u.cells()[end.cell] - end.brought * end.beyond.outside;
  }
  return sum;
}

void Advection::add_drains(Field& grip) const {
  for (const End& end : ends_) grip.cells()[end.cell] += end.drained / fitted_.scale();
}

std::size_t Advection::bytes() const {
  return flow_.bytes() + ends_.size() * sizeof(End) + fitted_.bytes();
}

}  // namespace percuta::numerics
