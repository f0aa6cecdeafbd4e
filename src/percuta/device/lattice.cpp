#include <algorithm>
#include <cmath>

#include "percuta/device/layout.hpp"
#include "percuta/numerics/geometry/region.hpp"

namespace percuta::device {

namespace {

/// Shift of row `i` within its period, the period's mean shift being 0 [m].
double shift_of(const Lattice& lattice, std::int64_t i) {
  const std::int64_t in_period = ((i % lattice.period) + lattice.period) % lattice.period;
  const double middle = 0.5 * static_cast<double>(lattice.period - 1);
  return (static_cast<double>(in_period) - middle) * lattice.stagger * lattice.pitch;
}

}  // namespace

std::vector<numerics::Point> lattice_points(const Lattice& lattice, std::int64_t needles) {
  std::vector<numerics::Point> points;
  points.reserve(static_cast<std::size_t>(needles));
  const double middle_row = 0.5 * static_cast<double>(lattice.rows - 1);
  const double middle_place = 0.5 * static_cast<double>(lattice.per_row - 1);
  for (std::int64_t i = 0; i < lattice.rows; ++i) {
    const std::int64_t here = std::min(lattice.per_row, needles - i * lattice.per_row);
    const std::int64_t first = (lattice.per_row - here) / 2;
    for (std::int64_t j = first; j < first + here; ++j) {
      points.push_back({(static_cast<double>(i) - middle_row) * lattice.row_gap,
                        (static_cast<double>(j) - middle_place) * lattice.pitch + shift_of(lattice, i)});
    }
  }
  return points;
}

std::vector<numerics::Point> lattice_inside(const Lattice& lattice, const numerics::Polygon& outline) {
  const numerics::Box box = numerics::bounding_box(outline);
  const auto first = [](double from, double step) { return static_cast<std::int64_t>(std::floor(from / step)) - 1; };
  const auto last = [](double to, double step) { return static_cast<std::int64_t>(std::ceil(to / step)) + 1; };
  const numerics::Region inside(outline);
  std::vector<numerics::Point> points;
  for (std::int64_t i = first(box.low.x, lattice.row_gap); i <= last(box.high.x, lattice.row_gap); ++i) {
    for (std::int64_t j = first(box.low.y, lattice.pitch); j <= last(box.high.y, lattice.pitch); ++j) {
      const numerics::Point point{(static_cast<double>(i) + 0.5) * lattice.row_gap,
                                  (static_cast<double>(j) + 0.5) * lattice.pitch + shift_of(lattice, i)};
      if (inside.contains(point)) points.push_back(point);
    }
  }
  return points;
}

LatticeExtent extent_inside(const Lattice& lattice, const numerics::Polygon& outline) {
  const numerics::Box box = numerics::bounding_box(outline);
  const double rows = (box.high.x - box.low.x) / lattice.row_gap, columns = (box.high.y - box.low.y) / lattice.pitch;
  return {(rows + 1) * (columns + 1), numerics::area(outline) / lattice.row_gap / lattice.pitch};
}

}  // namespace percuta::device
