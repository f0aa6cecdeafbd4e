#include "percuta/numerics/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "percuta/numerics/cell_list.hpp"

namespace percuta::numerics {
namespace {

double diagonal(const Box& box) {
  return std::hypot(box.high.x - box.low.x, box.high.y - box.low.y);
}

/// A cell that holds about two points on average.
double roomy_cell(const Box& box, std::size_t n) {
  const double extent = (box.high.x - box.low.x) * (box.high.y - box.low.y);
  return std::sqrt(2 * extent / static_cast<double>(n));
}

struct Quadrat {
  double inside = 0;  ///< area [m2]
  std::int64_t n = 0;
};

std::vector<Quadrat> count_in_quadrats(const std::vector<Point>& points, const Polygon& window, double side) {
  const Box box = bounding_box(window);
  const auto columns = static_cast<std::size_t>(std::ceil((box.high.x - box.low.x) / side));
  const auto rows = static_cast<std::size_t>(std::ceil((box.high.y - box.low.y) / side));
  std::vector<Quadrat> quadrats(columns * rows);
  for (std::size_t i = 0; i < quadrats.size(); ++i) {
    const std::size_t column = i % columns, row = i / columns;
    const Point low{box.low.x + static_cast<double>(column) * side, box.low.y + static_cast<double>(row) * side};
    quadrats[i].inside = area(clipped(window, {low, {low.x + side, low.y + side}}));
  }
  for (const Point& p : points) {
    if (!contains(window, p)) continue;
    const auto column = std::min(static_cast<std::size_t>((p.x - box.low.x) / side), columns - 1);
    const auto row = std::min(static_cast<std::size_t>((p.y - box.low.y) / side), rows - 1);
    ++quadrats[row * columns + column].n;
  }
  std::erase_if(quadrats, [side](const Quadrat& q) { return 4 * q.inside < side * side; });
  return quadrats;
}

}  // namespace

double mean_nearest_neighbour(const std::vector<Point>& points, const Polygon& window) {
  if (points.size() < 2) return 0;
  const Box box = bounding_box(points);
  CellList cells(box, roomy_cell(box, points.size()));
  for (const Point& p : points) cells.add(p);
  double sum = 0;
  std::int64_t n = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!contains(window, points[i])) continue;
    const std::int32_t other = cells.nearest(points[i], 2 * diagonal(box), static_cast<std::int32_t>(i));
    const Point q = points[static_cast<std::size_t>(other)];
    sum += std::hypot(q.x - points[i].x, q.y - points[i].y);
    ++n;
  }
  return n == 0 ? 0 : sum / static_cast<double>(n);
}

double quadrat_dispersion(const std::vector<Point>& points, const Polygon& window, double side) {
  const std::vector<Quadrat> quadrats = count_in_quadrats(points, window, side);
  double inside = 0, n = 0;
  for (const Quadrat& q : quadrats) {
    inside += q.inside;
    n += static_cast<double>(q.n);
  }
  if (n == 0 || quadrats.size() < 2) return 0;
  double sum = 0;
  for (const Quadrat& q : quadrats) {
    const double expected = n / inside * q.inside;
    const double off = static_cast<double>(q.n) - expected;
    sum += off * off / expected;
  }
  return sum / static_cast<double>(quadrats.size() - 1);
}

}  // namespace percuta::numerics
