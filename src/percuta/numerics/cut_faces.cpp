#include "percuta/numerics/cut_faces.hpp"

#include <algorithm>
#include <cmath>

#include "percuta/base/error.hpp"
#include "percuta/numerics/face_share.hpp"

namespace percuta::numerics {
namespace {

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
std::optional<Field> shared(const std::optional<Field>& around, const std::optional<Field>& within, const Field& open) {
  if (around.has_value() != within.has_value()) {
    throw InputError("of two media that meet both need capacities, or none; and so with sinks");
  }
  std::optional<Field> made = around;
  if (!made) return made;
  for_each_cell(open.layout(), [&](Index i, Index j, Index k) {
    (*made)(i, j, k) += (1 - open(i, j, k)) * ((*within)(i, j, k) - (*around)(i, j, k));
  });
  return made;
}

Medium mixed(const Medium& around, const Medium& within, const Field& open) {
  Medium made;
  made.conductivity = *shared(around.conductivity, within.conductivity, open);
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

}  // namespace

void insulate(const Grid& grid, const BodyShape& body, Transmissibilities& matrix) {
  const Layout& layout = grid.layout();
  Field open("open faces", "1", layout);
  for_each_crossing(grid, [&](const Crossing& c) {
    const auto [axis, i, j, k] = c.face;
    const double share = open_share(grid, body, c.face);
    if (share < 1) matrix.set_conductance(axis, i, j, k, share * matrix.conductance(axis, i, j, k));
    open(i, j, k) += share;
    open(c.i, c.j, c.k) += share;
  });
  std::vector<Index> closed;
  for_each_cell(layout, [&](Index i, Index j, Index k) {
    const double share = open_share_of_cell(grid, body, i, j, k);
    if (!(share > 0 && open(i, j, k) > 0)) {
      closed.push_back(layout.at(i, j, k));
    } else if (share < 1) {
      matrix.multiply_cell(i, j, k, share);
    }
  });
  matrix.cut(closed);
}

void hold_body(const Grid& grid, const Medium& medium, const HeldBody& body, Transmissibilities& matrix) {
  const Layout& layout = grid.layout();
  std::vector<Held> held;
  for_each_cell(layout, [&](Index i, Index j, Index k) {
    if (body.shape(middle_of(grid, i, j, k)) < 0) held.push_back({layout.at(i, j, k), body.value, body.label});
  });
  for_each_crossing(grid, [&](const Crossing& c) {
    const auto [axis, i, j, k] = c.face;
    const bool is_before_in = body.shape(c.before) < 0, is_after_in = body.shape(c.after) < 0;
    if (is_before_in == is_after_in || !(matrix.conductance(axis, i, j, k) > 0)) return;
    const double share = body.insulation ? open_share(grid, body.insulation, c.face) : 1;
    const double way =
        is_before_in ? way_to_surface(body.shape, c.after, c.before) : way_to_surface(body.shape, c.before, c.after);
    const double length = std::max(way, k_least_way) * 0.5 * (c.height_before + c.height_after);
    const Sides conductivity = sides(medium, c);
    const double of_open = is_before_in ? conductivity.after : conductivity.before;
    matrix.set_conductance(axis, i, j, k, share * of_open * c.area / length);
  });
  matrix.hold(held);
}

Transmissibilities joined_media(const Grid& grid, const Medium& around, const Medium& within, const BodyShape& body) {
  Field open("open share", "1", grid.layout());
  for_each_cell(grid.layout(),
                [&](Index i, Index j, Index k) { open(i, j, k) = open_share_of_cell(grid, body, i, j, k); });
  Transmissibilities matrix(grid, mixed(around, within, open));
  for_each_crossing(grid, [&](const Crossing& c) {
    const auto [axis, i, j, k] = c.face;
    matrix.set_conductance(axis, i, j, k, joined(grid, around, within, body, c));
  });
  return matrix;
}

}  // namespace percuta::numerics
