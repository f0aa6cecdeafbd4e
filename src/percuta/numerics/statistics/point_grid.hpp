#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "percuta/numerics/geometry/polygon.hpp"

namespace percuta::numerics {

/// Cells that hold about two of `n` points spread over a box [m].
double roomy_cell(const Box& box, std::size_t n);

/// Points of a pattern sorted into square cells, row by row and left to right, so that those of neighbouring cells of a
/// row stand side by side in memory. Made once; coordinates are kept apart for wide kernels.
class PointGrid {
 public:
  static constexpr std::size_t k_none = static_cast<std::size_t>(-1);

  /// A run of sorted points [from, to).
  struct Run {
    std::size_t from, to;
    std::size_t count() const { return to - from; }
  };

  /// Cells of width `cell` [m], wider where there would be more than about four million of them.
  PointGrid(const std::vector<Point>& points, double cell);

  std::size_t size() const { return x_.size(); }
  std::size_t place_of(std::size_t given) const { return place_[given]; }  ///< where the point of this index was sorted
  Point at(std::size_t sorted) const { return {x_[sorted], y_[sorted]}; }
  const double* x() const { return x_.data(); }
  const double* y() const { return y_.data(); }
  std::size_t rows() const { return rows_; }
  double cell() const { return cell_; }
  std::size_t column_of(double x) const;
  std::size_t row_of(double y) const;
  /// Points of one row of cells, in the columns first to last.
  Run run(std::size_t row, std::size_t first, std::size_t last) const;
  /// Points of the row's cells that can lie within `reach` [m] of `point`; empty when the row is too far.
  Run run_within(std::size_t row, Point point, double reach) const;
  /// Square of the distance from `point` to the nearest point but `except` [m2], infinite when there is none. Stops at
  /// the first one found nearer than `enough` [m].
  double nearest_square(Point point, std::size_t except, double enough = 0) const;

 private:
  double nearest_in_reach(Point point, std::size_t except, double enough, double reach) const;

  Point low_;
  double width_ = 0, height_ = 0, cell_ = 1, per_cell_ = 1;
  std::size_t columns_ = 1, rows_ = 1;
  std::vector<double> x_, y_;
  std::vector<std::size_t> place_;
  std::vector<std::size_t> first_;  ///< of each cell, and one past the last
};

}  // namespace percuta::numerics
