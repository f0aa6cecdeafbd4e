#pragma once

#include <cstddef>
#include <vector>

#include "percuta/numerics/geometry/polygon.hpp"
#include "percuta/numerics/statistics/edge_correction.hpp"

namespace percuta::numerics {

/// A circle inside the window that holds no point.
struct Gap {
  Point middle;
  double radius = 0;  ///< [m]
};

/// The largest such circle: wholly inside the window, touching points or the boundary. Found by halving squares that
/// may still hold a better middle; no gap is larger by more than a ten-thousandth. Without points the largest circle of
/// the window. Points outside the window count. Throws InputError for a window that is no simple polygon.
Gap largest_gap(const std::vector<Point>& points, const Polygon& window);

/// The same in a window that was made ready before, for many patterns.
Gap largest_gap(const std::vector<Point>& points, const EdgeCorrection& edges);

/// The largest gap, the largest that does not overlap it, and so on: at most `n`, by size.
std::vector<Gap> largest_gaps(const std::vector<Point>& points, const Polygon& window, std::size_t n);

}  // namespace percuta::numerics
