#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "percuta/healing/healing.hpp"

namespace percuta::healing {

/// Holes sorted into square bins, at most some two a hole, to find all within one distance of a place. They are found
/// in an order of bins, then of their numbers.
class NearHoles {
 public:
  /// `within` > 0 [m].
  NearHoles(const std::vector<Hole>& holes, double within);

  /// Calls `each(index, distance)` for every hole at most `within` from the place.
  template <class Each>
  void each(numerics::Point place, const Each& call) const {
    if (starts_.size() < 2) return;
    const std::int64_t low = row_of(place.y - within_), high = row_of(place.y + within_);
    const std::int64_t left = column_of(place.x - within_), right = column_of(place.x + within_);
    for (std::int64_t row = low; row <= high; ++row) {
      const auto first = static_cast<std::size_t>(row * columns_ + left);
      const auto last = static_cast<std::size_t>(row * columns_ + right);
      for (std::size_t i = starts_[first]; i < starts_[last + 1]; ++i) {
        const double dx = x_[i] - place.x, dy = y_[i] - place.y;
        const double square = dx * dx + dy * dy;
        if (square <= within_ * within_) call(holes_[i], std::sqrt(square));
      }
    }
  }

 private:
  std::int64_t column_of(double x) const;
  std::int64_t row_of(double y) const;

  double within_ = 0, bin_ = 1;
  numerics::Point low_;
  std::int64_t columns_ = 1, rows_ = 1;
  std::vector<std::uint32_t> starts_;  ///< of each bin among the sorted holes, and the end
  std::vector<std::uint32_t> holes_;   ///< indices, bin by bin
  std::vector<double> x_, y_;          ///< of them [m]
};

}  // namespace percuta::healing
