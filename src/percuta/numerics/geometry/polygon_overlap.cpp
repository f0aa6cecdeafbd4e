#include "percuta/numerics/geometry/polygon_overlap.hpp"

#include <algorithm>
#include <cstddef>

namespace percuta::numerics {
namespace {

struct Side {
  Point from, to;
};

Side side(const Polygon& polygon, std::size_t i) {
  return {polygon[i], polygon[i + 1 < polygon.size() ? i + 1 : 0]};
}

/// Adds the height at which two sides cross, if they do; parallel ones add none.
void add_crossing(const Side& a, const Side& b, std::vector<double>& heights) {
  const double ax = a.to.x - a.from.x, ay = a.to.y - a.from.y, bx = b.to.x - b.from.x, by = b.to.y - b.from.y;
  const double turn = ax * by - ay * bx;
  if (turn == 0) return;
  const double gap_x = b.from.x - a.from.x, gap_y = b.from.y - a.from.y;
  const double on_a = (gap_x * by - gap_y * bx) / turn, on_b = (gap_x * ay - gap_y * ax) / turn;
  if (on_a > 0 && on_a < 1 && on_b > 0 && on_b < 1) heights.push_back(a.from.y + on_a * ay);
}

/// Where the level line at `y`, which meets no corner, enters and leaves the polygon, from left to right.
void cross_level(const Polygon& polygon, double y, std::vector<double>& crossings) {
  crossings.clear();
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const auto [a, b] = side(polygon, i);
    if ((a.y > y) == (b.y > y)) continue;
    crossings.push_back(a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y)));
  }
  std::sort(crossings.begin(), crossings.end());
}

/// Length that two sets of intervals share.
double shared_length(const std::vector<double>& a, const std::vector<double>& b) {
  double length = 0;
  for (std::size_t i = 0; i + 1 < a.size(); i += 2) {
    for (std::size_t j = 0; j + 1 < b.size(); j += 2) {
      length += std::max(0.0, std::min(a[i + 1], b[j + 1]) - std::max(a[i], b[j]));
    }
  }
  return length;
}

}  // namespace

double shared_area(const Polygon& a, const Polygon& b) {
  std::vector<double> heights;
  for (const Point& p : a) heights.push_back(p.y);
  for (const Point& p : b) heights.push_back(p.y);
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) add_crossing(side(a, i), side(b, j), heights);
  }
  std::sort(heights.begin(), heights.end());
  double sum = 0;
  std::vector<double> in_a, in_b;
  for (std::size_t i = 0; i + 1 < heights.size(); ++i) {
    const double thick = heights[i + 1] - heights[i];
    if (thick <= 0) continue;
    const double middle = heights[i] + 0.5 * thick;
    cross_level(a, middle, in_a);
    if (in_a.empty()) continue;
    cross_level(b, middle, in_b);
    sum += thick * shared_length(in_a, in_b);  // linear between the heights, so the middle is exact
  }
  return sum;
}

}  // namespace percuta::numerics
