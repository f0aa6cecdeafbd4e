#include "percuta/numerics/geometry/polygon.hpp"

#include <algorithm>
#include <cmath>

namespace percuta::numerics {
namespace {

/// Twice the signed area of the triangle a, b, c.
double turn(Point a, Point b, Point c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/// Taken about the first corner, so that a polygon far from the origin loses no digits.
double signed_area(const Polygon& polygon) {
  double twice = 0;
  for (std::size_t i = 1; i + 1 < polygon.size(); ++i) twice += turn(polygon[0], polygon[i], polygon[i + 1]);
  return 0.5 * twice;
}

bool lies_on(Point a, Point b, Point p) {
  return turn(a, b, p) == 0 && std::min(a.x, b.x) <= p.x && p.x <= std::max(a.x, b.x) && std::min(a.y, b.y) <= p.y &&
         p.y <= std::max(a.y, b.y);
}

bool edges_meet(Point a, Point b, Point c, Point d) {
  const bool splits_cd = (turn(a, b, c) > 0) != (turn(a, b, d) > 0);
  const bool splits_ab = (turn(c, d, a) > 0) != (turn(c, d, b) > 0);
  const bool touches = lies_on(a, b, c) || lies_on(a, b, d) || lies_on(c, d, a) || lies_on(c, d, b);
  const bool none_straight = turn(a, b, c) != 0 && turn(a, b, d) != 0 && turn(c, d, a) != 0 && turn(c, d, b) != 0;
  return touches || (none_straight && splits_cd && splits_ab);
}

/// Keeps the part of the polygon where `depth(point)` >= 0; `depth` is a signed distance to a straight line.
template <class Depth>
Polygon cut(const Polygon& polygon, const Depth& depth) {
  Polygon kept;
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const Point a = polygon[i], b = polygon[(i + 1) % polygon.size()];
    const double at_a = depth(a), at_b = depth(b);
    if (at_a >= 0) kept.push_back(a);
    if ((at_a >= 0) == (at_b >= 0)) continue;
    const double share = at_a / (at_a - at_b);
    kept.push_back({a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)});
  }
  return kept;
}

}  // namespace

double area(const Polygon& polygon) {
  return std::abs(signed_area(polygon));
}

Point centroid(const Polygon& polygon) {
  if (polygon.empty()) return {};
  const Point first = polygon[0];
  double twice = 0, x = 0, y = 0;
  for (std::size_t i = 1; i + 1 < polygon.size(); ++i) {
    const Point b = polygon[i], c = polygon[i + 1];
    const double weight = turn(first, b, c);
    twice += weight;
    x += weight * (b.x - first.x + c.x - first.x);
    y += weight * (b.y - first.y + c.y - first.y);
  }
  if (twice == 0) return first;
  return {first.x + x / (3 * twice), first.y + y / (3 * twice)};
}

Box bounding_box(const Polygon& polygon) {
  if (polygon.empty()) return {};
  Box box{polygon[0], polygon[0]};
  for (const Point& p : polygon) {
    box.low = {std::min(box.low.x, p.x), std::min(box.low.y, p.y)};
    box.high = {std::max(box.high.x, p.x), std::max(box.high.y, p.y)};
  }
  return box;
}

bool contains(const Polygon& polygon, Point point) {
  bool is_inside = false;
  for (std::size_t i = 0, j = polygon.size() - 1; i < polygon.size(); j = i++) {
    const Point a = polygon[i], b = polygon[j];
    if ((a.y > point.y) == (b.y > point.y)) continue;
    if (point.x < a.x + (b.x - a.x) * ((point.y - a.y) / (b.y - a.y))) is_inside = !is_inside;
  }
  return is_inside;
}

Polygon scaled_to_area(const Polygon& polygon, double wanted) {
  const double scale = std::sqrt(wanted / area(polygon));
  const Point middle = centroid(polygon);
  Polygon scaled = polygon;
  for (Point& p : scaled) p = {middle.x + scale * (p.x - middle.x), middle.y + scale * (p.y - middle.y)};
  return scaled;
}

Polygon clipped(const Polygon& polygon, const Box& box) {
  Polygon kept = cut(polygon, [&](Point p) { return p.x - box.low.x; });
  kept = cut(kept, [&](Point p) { return box.high.x - p.x; });
  kept = cut(kept, [&](Point p) { return p.y - box.low.y; });
  return cut(kept, [&](Point p) { return box.high.y - p.y; });
}

bool is_simple(const Polygon& polygon) {
  const std::size_t n = polygon.size();
  if (n < 3) return false;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = i + 2; j < n; ++j) {
      if (i == 0 && j == n - 1) continue;  // neighbours share a corner
      if (edges_meet(polygon[i], polygon[i + 1], polygon[j], polygon[(j + 1) % n])) return false;
    }
  }
  return true;
}

}  // namespace percuta::numerics
