#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "percuta/numerics/geometry/polygon.hpp"

namespace percuta::numerics {

/// Points sorted into square cells, for finding neighbours. Points may be added at any time; those outside the box are
/// kept in its border cells.
class CellList {
 public:
  static constexpr std::int32_t k_none = -1;

  /// Cells at least `cell` [m] wide, and never so small that there would be more than about a million of them.
  CellList(const Box& box, double cell);

  std::int32_t add(Point point);  ///< its index: 0, 1, 2, ...
  /// Index of the point nearest to `point` and at most `within` [m] away (the lowest index of equals), or k_none.
  std::int32_t nearest(Point point, double within, std::int32_t except = k_none) const;
  const std::vector<Point>& points() const { return points_; }

 private:
  /// A point, and the next one of its cell: side by side, since a search reads both.
  struct Link {
    Point at;
    std::int32_t next;
  };
  struct Best {
    std::int32_t index;
    double square;
  };
  std::int32_t column_of(double x) const;
  std::int32_t row_of(double y) const;
  std::size_t cell_at(std::int32_t column, std::int32_t row) const;
  void search_cell(std::int32_t column, std::int32_t row, Point point, std::int32_t except, Best& best) const;
  void search_touched(Point point, double within, std::int32_t except, Best& best) const;
  void search_ring(std::int32_t ring, Point point, std::int32_t except, Best& best) const;

  Point low_;
  double cell_, per_cell_;
  std::int32_t columns_, rows_;
  std::vector<std::int32_t> first_;  ///< of each cell's chain
  std::vector<Link> links_;          ///< of the chains, per point
  std::vector<Point> points_;
};

}  // namespace percuta::numerics
