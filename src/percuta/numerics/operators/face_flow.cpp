#include "percuta/numerics/operators/face_flow.hpp"

#include <cmath>

#include "percuta/base/error.hpp"

namespace percuta::numerics {

FaceFlow::FaceFlow(const Layout& layout)
    : layout_(layout), x_(layout), y_(layout), z_(layout), bottom_(static_cast<std::size_t>(layout.nx * layout.ny)) {}

double& FaceFlow::place(Axis axis, Index i, Index j, Index k) {
  if (axis == Axis::x) return x_.cells()[layout_.at(i, j, k)];
  if (axis == Axis::y) return y_.cells()[layout_.at(i, j, k)];
  return k < layout_.nz ? z_.cells()[layout_.at(i, j, k)] : bottom_[static_cast<std::size_t>(j * layout_.nx + i)];
}

double FaceFlow::at(Axis axis, Index i, Index j, Index k) const {
  if (axis == Axis::x) return x_.cells()[layout_.at(i, j, k)];
  if (axis == Axis::y) return y_.cells()[layout_.at(i, j, k)];
  return k < layout_.nz ? z_.cells()[layout_.at(i, j, k)] : bottom_[static_cast<std::size_t>(j * layout_.nx + i)];
}

void FaceFlow::set(Axis axis, Index i, Index j, Index k, double flow) {
  const bool is_end_x = axis == Axis::x && (i == 0 || i == layout_.nx);
  const bool is_end_y = axis == Axis::y && (j == 0 || j == layout_.ny);
  const bool is_closed = (is_end_x && !layout_.wraps_x()) || (is_end_y && !layout_.wraps_y());
  if (!std::isfinite(flow) || (is_closed && flow != 0)) {
    throw InputError("a flow must be finite in every face, and nothing may flow through a closed side");
  }
  place(axis, i, j, k) = flow;
  if (is_end_x) place(axis, layout_.nx - i, j, k) = flow;
  if (is_end_y) place(axis, i, layout_.ny - j, k) = flow;
}

double FaceFlow::divergence(Index i, Index j, Index k) const {
  return (at(Axis::x, i + 1, j, k) - at(Axis::x, i, j, k)) + (at(Axis::y, i, j + 1, k) - at(Axis::y, i, j, k)) +
         (at(Axis::z, i, j, k + 1) - at(Axis::z, i, j, k));
}

std::size_t FaceFlow::bytes() const {
  return x_.bytes() + y_.bytes() + z_.bytes() + bottom_.size() * sizeof(double);
}

FacePlace face_place(const Layout& layout, Index cell, CellSide side) {
  const Index i = cell % layout.stride(), j = cell / layout.slab(), k = cell % layout.slab() / layout.stride();
  switch (side) {
    case CellSide::west:
      return {Axis::x, i, j, k, true};
    case CellSide::east:
      return {Axis::x, i + 1, j, k, false};
    case CellSide::south:
      return {Axis::y, i, j, k, true};
    case CellSide::north:
      return {Axis::y, i, j + 1, k, false};
    case CellSide::top:
      return {Axis::z, i, j, k, true};
    default:
      return {Axis::z, i, j, k + 1, false};
  }
}

FaceFlow even_flow(const Grid& grid, const std::array<double, 3>& velocity) {
  const Layout& layout = grid.layout();
  const bool crosses_x = velocity[0] != 0 && !layout.wraps_x(), crosses_y = velocity[1] != 0 && !layout.wraps_y();
  if (crosses_x || crosses_y) throw InputError("an even flow along x or y needs that side to be periodic");
  FaceFlow flow(layout);
  for_each_cell(layout, [&](Index i, Index j, Index k) {
    flow.set(Axis::x, i, j, k, velocity[0] * (grid.dy() * grid.dz(k)));
    flow.set(Axis::y, i, j, k, velocity[1] * (grid.dx() * grid.dz(k)));
    flow.set(Axis::z, i, j, k, velocity[2] * (grid.dx() * grid.dy()));
    if (k + 1 == layout.nz) flow.set(Axis::z, i, j, layout.nz, velocity[2] * (grid.dx() * grid.dy()));
  });
  return flow;
}

namespace {

/// Through the faces between cells of a closed box.
void flow_between(const Transmissibilities& conducting, const Field& potential, FaceFlow& flow) {
  const Layout& layout = conducting.layout();
  for_each_cell(layout, [&](Index i, Index j, Index k) {
    const double here = potential(i, j, k);
    const auto through = [&](Axis axis, Index x, Index y, Index z) {
      const double conductance = conducting.conductance(axis, i, j, k);
      if (conductance > 0) flow.set(axis, i, j, k, conductance * (potential(x, y, z) - here));
    };
    through(Axis::x, i > 0 ? i - 1 : layout.nx - 1, j, k);
    through(Axis::y, i, j > 0 ? j - 1 : layout.ny - 1, k);
    if (k > 0) through(Axis::z, i, j, k - 1);
  });
}

}  // namespace

FaceFlow flow_down(const Transmissibilities& conducting, const Field& potential, int top, int bottom) {
  const Layout& layout = conducting.layout();
  FaceFlow flow(layout);
  flow_between(conducting, potential, flow);
  for (const Exchange& exchange : conducting.exchanges()) {
    const Index k = exchange.cell % layout.slab() / layout.stride();
    const double out = exchange.conductance * (potential.cells()[exchange.cell] - exchange.outside);
    const bool is_top = exchange.label == top && k == 0 && exchange.side != CellSide::bottom;
    const bool is_bottom = exchange.label == bottom && k + 1 == layout.nz && exchange.side != CellSide::top;
    if (exchange.behind < 0 && !is_top && !is_bottom) continue;
    const CellSide end = is_top ? CellSide::top : CellSide::bottom;
    const FacePlace face = face_place(layout, exchange.cell, exchange.behind >= 0 ? exchange.side : end);
    const double before = flow.at(face.axis, face.i, face.j, face.k);
    flow.set(face.axis, face.i, face.j, face.k, before + (face.is_inward ? -out : out));
  }
  return flow;
}

}  // namespace percuta::numerics
