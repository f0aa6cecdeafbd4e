#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "percuta/numerics/geometry/polygon.hpp"

namespace percuta::numerics {

/// Cells that hold about two of `n` points spread over a box [m].
double roomy_cell(const Box& box, std::size_t n);

/// Points of a pattern sorted into square cells, row by row and left to right, so that those of neighbouring cells of a
/// row stand side by side in memory. Made once; coordinates are kept apart for wide kernels, which may read up to
/// `k_lanes` numbers beyond the last.
class PointGrid {
 public:
  static constexpr std::size_t k_none = static_cast<std::size_t>(-1);
  static constexpr std::size_t k_lanes = 16;

  /// A run of sorted points [from, to).
  struct Run {
    std::size_t from, to;
    std::size_t count() const { return to - from; }
  };

  /// Cells of width `cell` [m], wider where there would be more than about four million of them.
  PointGrid(const std::vector<Point>& points, double cell);

  std::size_t size() const { return place_.size(); }
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
  /// A point by where it was sorted, and the square of its distance [m2].
  struct Near {
    std::size_t sorted = k_none;
    double square = std::numeric_limits<double>::infinity();
  };
  /// The point nearest to `point`, but `except`; infinitely far when there is none. Stops at the first one found nearer
  /// than `enough` [m].
  Near nearest(Point point, std::size_t except, double enough = 0) const;
  double nearest_square(Point point, std::size_t except, double enough = 0) const {
    return nearest(point, except, enough).square;
  }

 private:
  Near nearest_in_reach(Point point, std::size_t except, double enough, double reach) const;

  Point low_;
  double width_ = 0, height_ = 0, cell_ = 1, per_cell_ = 1;
  std::size_t columns_ = 1, rows_ = 1;
  std::vector<double> x_, y_;
  std::vector<std::size_t> place_;
  std::vector<std::size_t> first_;  ///< of each cell, and one past the last
};

}  // namespace percuta::numerics
