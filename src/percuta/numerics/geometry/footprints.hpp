#pragma once

#include <cstddef>
#include <cstdint>
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

/// A window's raster of squares of width `step` [m], made once for many sets of footprints. Throws InputError unless
/// step > 0.
class CoverRaster {
 public:
  CoverRaster(const Polygon& window, double step);

  /// What convex footprints cover, asked at the squares' middles.
  Cover of(const std::vector<Polygon>& footprints) const;

 private:
  using Counts = std::vector<std::int32_t>;
  void add(const Polygon& convex, Counts& counts) const;
  double middle(std::size_t i, double low) const { return low + (static_cast<double>(i) + 0.5) * step_; }
  std::size_t first_at(double place, double low, std::size_t n) const;

  Box box_;
  double step_;
  std::size_t columns_ = 0, rows_ = 0;
  std::vector<bool> is_inside_;  ///< of each middle, row by row
};

/// Asked at the middles of a square raster of width `step` [m]. Footprints that overlap themselves count once. Throws
/// InputError unless step > 0.
Cover cover_by(const std::vector<Polygon>& footprints, const Polygon& window, double step);

}  // namespace percuta::numerics
