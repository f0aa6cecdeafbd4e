#pragma once

#include <vector>

namespace percuta::numerics {

/// A point of the skin's plane [m].
struct Point {
  double x = 0, y = 0;
};

/// A simple polygon, corners in order, not repeated at the end.
using Polygon = std::vector<Point>;

struct Box {
  Point low, high;
};

double area(const Polygon& polygon);  ///< [m2], positive whatever the order of corners
Point centroid(const Polygon& polygon);
Box bounding_box(const Polygon& polygon);
bool contains(const Polygon& polygon, Point point);
/// The polygon shrunk or grown about its centroid to `wanted` [m2].
Polygon scaled_to_area(const Polygon& polygon, double wanted);
/// The polygon clipped to an axis-aligned box (Sutherland-Hodgman; exact for convex, area-exact for simple ones).
Polygon clipped(const Polygon& polygon, const Box& box);
/// Whether edges cross each other.
bool is_simple(const Polygon& polygon);

}  // namespace percuta::numerics
