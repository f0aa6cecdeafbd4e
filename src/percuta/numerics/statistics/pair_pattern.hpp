#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <vector>

#include "percuta/numerics/statistics/edge_correction.hpp"
#include "percuta/numerics/statistics/point_grid.hpp"

namespace percuta::numerics {

/// The points of a pattern inside their window, sorted so that close pairs are found fast.
class PairPattern {
 public:
  /// Parts of the work: always as many, so that sums are taken in the same order on any number of threads.
  static constexpr std::size_t k_parts = 64;

  /// `reach` [m]: of the farthest pairs asked for. Points outside the window are left out. Throws InputError for a
  /// window that is no simple polygon or a reach that is not positive.
  PairPattern(const std::vector<Point>& points, const Polygon& window, double reach);
  /// The same in a window that was made ready before, for many patterns; `edges` must outlive this.
  PairPattern(const std::vector<Point>& points, const EdgeCorrection& edges, double reach);
  PairPattern(const std::vector<Point>& points, EdgeCorrection&& edges, double reach) = delete;

  void measure_boundary();  ///< before anyone asks for a boundary distance

  std::size_t size() const { return grid_.size(); }
  const PointGrid& grid() const { return grid_; }
  const EdgeCorrection& edges() const { return *edges_; }
  double boundary_distance(std::size_t i) const { return boundary_[i]; }  ///< of sorted point i, once measured [m]
  double pairs_per_area() const;                                          ///< n (n - 1) / area [1/m2]
  PointGrid::Run part(std::size_t index) const;                           ///< its sorted points

  /// Calls visit(run) for runs of sorted points that hold every j > i within reach of i, and some beyond.
  template <class Visit>
  void visit_later(std::size_t i, Visit&& visit) const {
    const Point p = grid_.at(i);
    const std::size_t own = grid_.row_of(p.y), last = grid_.row_of(p.y + reach_);
    for (std::size_t row = own; row <= last; ++row) {
      PointGrid::Run run = grid_.run_within(row, p, reach_);
      if (row == own) run.from = std::max(run.from, i + 1);
      if (run.from < run.to) visit(run);
    }
  }

  /// As visit_later for every j, i itself too.
  template <class Visit>
  void visit_all(std::size_t i, Visit&& visit) const {
    const Point p = grid_.at(i);
    const std::size_t last = grid_.row_of(p.y + reach_);
    for (std::size_t row = grid_.row_of(p.y - reach_); row <= last; ++row) {
      const PointGrid::Run run = grid_.run_within(row, p, reach_);
      if (run.from < run.to) visit(run);
    }
  }

 private:
  PairPattern(const std::vector<Point>& points, std::shared_ptr<const EdgeCorrection> edges, double reach);

  std::shared_ptr<const EdgeCorrection> edges_;
  double reach_;
  PointGrid grid_;
  std::vector<double> boundary_;
};

}  // namespace percuta::numerics
