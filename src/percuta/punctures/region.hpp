#pragma once

#include <cstdint>
#include <vector>

#include "percuta/numerics/geometry/polygon.hpp"

namespace percuta::punctures {

/// An outline that is asked of very many points. A raster knows which of its cells lie wholly inside or outside; only
/// in cells that the outline passes are its edges searched. The answers are those of numerics::contains.
class Region {
 public:
  explicit Region(numerics::Polygon outline);
  bool contains(numerics::Point point) const;

 private:
  enum class Side : std::uint8_t { unknown, outside, inside, edge };
  void mark_edge(numerics::Point a, numerics::Point b);
  void fill_rows();
  Side& at(std::int64_t column, std::int64_t row);

  numerics::Polygon outline_;
  numerics::Box box_;
  double width_ = 0, height_ = 0;  ///< of a cell [m]
  std::vector<Side> sides_;
};

}  // namespace percuta::punctures
