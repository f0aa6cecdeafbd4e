#pragma once

#include <cstdint>
#include <vector>

#include "percuta/numerics/geometry/polygon.hpp"

namespace percuta::numerics {

/// An outline that is asked of very many points. A raster knows which of its cells lie wholly inside or outside; only
/// in cells that the outline passes are its edges searched. The answers are those of `contains`.
class Region {
 public:
  /// The region of a polygon whose corners all lie on one line holds nothing.
  explicit Region(Polygon outline);
  bool contains(Point point) const;

 private:
  enum class Side : std::uint8_t { unknown, outside, inside, edge };
  void mark_edge(Point a, Point b);
  void fill_rows();
  Side& at(std::int64_t column, std::int64_t row);

  Polygon outline_;
  Box box_;
  double width_ = 0, height_ = 0;  ///< of a cell [m]
  std::vector<Side> sides_;
};

}  // namespace percuta::numerics
