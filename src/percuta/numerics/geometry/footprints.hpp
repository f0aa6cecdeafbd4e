#pragma once

#include <vector>

#include "percuta/numerics/geometry/polygon.hpp"

namespace percuta::numerics {

/// The smallest convex polygon round points, anticlockwise; fewer than three corners when they stand on one line.
Polygon convex_hull(std::vector<Point> points);

/// How much of a window convex footprints cover [1 of its area].
struct Cover {
  double missed = 1;   ///< by none
  double once = 0;     ///< by exactly one
  double overlap = 0;  ///< by two or more
  double mean = 0;     ///< footprints over a place, on average
};

/// Asked at the middles of a square raster of width `step` [m]. Footprints that overlap themselves count once. Throws
/// InputError unless step > 0.
Cover cover_by(const std::vector<Polygon>& footprints, const Polygon& window, double step);

}  // namespace percuta::numerics
