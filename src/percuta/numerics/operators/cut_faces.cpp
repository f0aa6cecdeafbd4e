#include "percuta/numerics/operators/cut_faces.hpp"

#include <algorithm>
#include <cmath>

#include "percuta/base/error.hpp"
#include "percuta/numerics/operators/body_width.hpp"

namespace percuta::numerics {
namespace {

constexpr double k_seam = 1e-9;       // of a cell: no gap between parts of a held body, where `either` is 0, is wider
constexpr double k_least_way = 1e-3;  // of the distance between two middles: a surface is no nearer to either

const Field& conductivity_along(const Medium& medium, Axis axis) {
  return axis == Axis::z && medium.conductivity_z ? *medium.conductivity_z : medium.conductivity;
}

/// A value of the cells on both sides of a face.
struct Sides {
  double before, after;
};

Sides sides(const Medium& medium, const Crossing& c) {
  const Field& conductivity = conductivity_along(medium, c.face.axis);
  return {conductivity(c.i, c.j, c.k), conductivity(c.face.i, c.face.j, c.face.k)};
}

/// Conductance per area of one medium on both sides of a face.
double in_series(const Crossing& c, Sides conductivity, double resistance) {
  if (!(conductivity.before > 0 && conductivity.after > 0)) return 0;
  return 1 / (0.5 * c.height_before / conductivity.before + resistance + 0.5 * c.height_after / conductivity.after);
}

/// From a middle in one medium to a middle in the other, `way` of it before the surface.
double across_surface(const Crossing& c, Sides conductivity, double way, double resistance) {
  if (!(conductivity.before > 0 && conductivity.after > 0)) return 0;
  const double length = 0.5 * (c.height_before + c.height_after);
  return 1 / (length * (way / conductivity.before + (1 - way) / conductivity.after) + resistance);
}

double resistance_at(const Medium& medium, const CellFace& face) {
  double sum = 0;
  if (face.axis != Axis::z) return sum;
  for (const InterfaceResistance& each : medium.resistances) sum += each.face == face.k ? each.resistance : 0;
  return sum;
}

/// A field of two media by share of volume.
Field shared(Field around, const Field& within, const Field& open) {
  for_each_cell(open.layout(), [&](Index i, Index j, Index k) {
    around(i, j, k) += (1 - open(i, j, k)) * (within(i, j, k) - around(i, j, k));
  });
  return around;
}

std::optional<Field> shared(const std::optional<Field>& around, const std::optional<Field>& within, const Field& open) {
  if (around && within) return shared(*around, *within, open);
  if (around || within) throw InputError("of two media that meet both need capacities, or none; and so with sinks");
  return std::nullopt;
}

Medium mixed(const Medium& around, const Medium& within, const Field& open) {
  Medium made;
  made.conductivity = shared(around.conductivity, within.conductivity, open);
  if (around.conductivity_z || within.conductivity_z) {
    made.conductivity_z = shared(conductivity_along(around, Axis::z), conductivity_along(within, Axis::z), open);
  }
  made.capacity = shared(around.capacity, within.capacity, open);
  made.sink = shared(around.sink, within.sink, open);
  made.resistances = around.resistances;
  return made;
}

double joined(const Grid& grid, const Medium& around, const Medium& within, const BodyShape& body, const Crossing& c) {
  const Sides out = sides(around, c), in = sides(within, c);
  const double resistance = resistance_at(around, c.face);
  if (in.before + in.after <= out.before + out.after) {
    const double share = open_share(grid, body, c.face);
    return c.area * (share * in_series(c, out, resistance) + (1 - share) * in_series(c, in, resistance));
  }
  const bool is_before_in = body(c.before) < 0, is_after_in = body(c.after) < 0;
  if (is_before_in == is_after_in) return c.area * in_series(c, is_before_in ? in : out, resistance);
  if (is_after_in) {
    return c.area * across_surface(c, {out.before, in.after}, way_to_surface(body, c.before, c.after), resistance);
  }
  const double way = 1 - way_to_surface(body, c.after, c.before);
  return c.area * across_surface(c, {in.before, out.after}, way, resistance);
}

/// Calls body(crossing) for the faces of cells toward -x, -y and -z.
template <typename Body>
void for_each_face(const Grid& grid, const std::vector<CellPlace>& cells, const Body& body) {
  for (const auto& [i, j, k] : cells) {
    for (const Axis axis : {Axis::x, Axis::y, Axis::z}) {
      if (const auto found = crossing(grid, {axis, i, j, k})) body(*found);
    }
  }
}

/// Within this distance of a cell's reach its neighbours' middles lie [m].
double neighbour_distance(const Grid& grid) {
  double distance = std::max(grid.dx(), grid.dy());
  for (Index k = 0; k < grid.layout().nz; ++k) distance = std::max(distance, grid.dz(k));
  return distance;
}

BodyShape without_seams(const Grid& grid, const BodyShape& body) {
  double least = std::min(grid.dx(), grid.dy());
  for (Index k = 0; k < grid.layout().nz; ++k) least = std::min(least, grid.dz(k));
  return [body, gap = k_seam * least](SkinPlace at) { return body(at) - gap; };
}

bool has_open_face(const Transmissibilities& matrix, const CellPlace& cell) {
  const auto [i, j, k] = cell;
  const auto aside = std::max(matrix.conductance(Axis::x, i, j, k), matrix.conductance(Axis::x, i + 1, j, k));
  const auto along = std::max(matrix.conductance(Axis::y, i, j, k), matrix.conductance(Axis::y, i, j + 1, k));
  const auto deep = std::max(matrix.conductance(Axis::z, i, j, k), matrix.conductance(Axis::z, i, j, k + 1));
  return std::max({aside, along, deep}) > 0;
}

}  // namespace

void insulate(const Grid& grid, const BodyShape& body, Transmissibilities& matrix) {
  const Layout& layout = grid.layout();
  const CellsAtBody cells = cells_at(grid, body, 0);
  for_each_face(grid, cells.near, [&](const Crossing& c) {
    const auto [axis, i, j, k] = c.face;
    const double share = open_share(grid, body, c.face);
    if (share < 1) matrix.set_conductance(axis, i, j, k, share * matrix.conductance(axis, i, j, k));
  });
  std::vector<Index> closed;
  closed.reserve(cells.within.size());
  for (const auto& [i, j, k] : cells.within) closed.push_back(layout.at(i, j, k));
  matrix.cut(closed);
  closed.clear();
  for (const CellPlace& cell : cells.near) {
    const auto [i, j, k] = cell;
    const double share = open_share_of_cell(grid, body, i, j, k);
    if (!(share > 0) || !has_open_face(matrix, cell)) {
      closed.push_back(layout.at(i, j, k));
    } else if (share < 1) {
      matrix.multiply_cell(i, j, k, share);
    }
  }
  matrix.cut(closed);
}

void hold_body(const Grid& grid, const Medium& medium, const HeldBody& body, Transmissibilities& matrix) {
  const BodyShape shape = without_seams(grid, body.shape);
  const CellsAtBody cells = cells_at(grid, shape, neighbour_distance(grid));
  must_be_resolved(grid, shape, cells.near);
  std::vector<Held> held;
  held.reserve(cells.within.size() + cells.near.size());
  const auto hold = [&](const CellPlace& cell) {
    held.push_back({grid.layout().at(cell.i, cell.j, cell.k), body.value, body.label});
  };
  for (const CellPlace& cell : cells.within) hold(cell);
  for (const CellPlace& cell : cells.near) {
    if (shape(middle_of(grid, cell.i, cell.j, cell.k)) < 0) hold(cell);
  }
  for_each_face(grid, cells.near, [&](const Crossing& c) {
    const auto [axis, i, j, k] = c.face;
    const bool is_before_in = shape(c.before) < 0, is_after_in = shape(c.after) < 0;
    if (is_before_in == is_after_in || !(matrix.conductance(axis, i, j, k) > 0)) return;
    const double share = body.insulation ? open_share(grid, body.insulation, c.face) : 1;
    const double way =
        is_before_in ? way_to_surface(shape, c.after, c.before) : way_to_surface(shape, c.before, c.after);
    const double length = std::max(way, k_least_way) * 0.5 * (c.height_before + c.height_after);
    const Sides conductivity = sides(medium, c);
    const double of_open = is_before_in ? conductivity.after : conductivity.before;
    matrix.set_conductance(axis, i, j, k, share * of_open * c.area / length);
  });
  matrix.hold(held);
}

Transmissibilities joined_media(const Grid& grid, const Medium& around, const Medium& within, const BodyShape& body) {
  const CellsAtBody cells = cells_at(grid, body, neighbour_distance(grid));
  Field open("open share", "1", grid.layout(), 1);
  for (const auto& [i, j, k] : cells.within) open(i, j, k) = 0;
  for (const auto& [i, j, k] : cells.near) open(i, j, k) = open_share_of_cell(grid, body, i, j, k);
  Transmissibilities matrix(grid, mixed(around, within, open));
  for_each_face(grid, cells.near, [&](const Crossing& c) {
    const auto [axis, i, j, k] = c.face;
    matrix.set_conductance(axis, i, j, k, joined(grid, around, within, body, c));
  });
  return matrix;
}

}  // namespace percuta::numerics
