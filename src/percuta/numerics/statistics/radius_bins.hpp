#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace percuta::numerics {

/// Evenly spaced radii r_k = most k / n, k = 0 .. n [m].
struct Radii {
  double most = 0;
  std::size_t n = 512;
};

/// Sorts distances into bins by their squares, exactly as comparing the rounded distance with each radius would:
/// bin k holds r_(k-1) < d <= r_k, bin 0 holds d = 0, bin n + 1 what is farther than r_n.
class RadiusBins {
 public:
  static constexpr std::size_t k_most = 8000;  ///< radii, so that seven digits tell the bins apart

  /// Throws InputError unless radii.most > 0 and 0 < radii.n <= k_most.
  explicit RadiusBins(const Radii& radii);

  std::size_t count() const { return r_.size() + 1; }
  const std::vector<double>& radii() const { return r_; }  ///< [m]
  double most() const { return r_.back(); }
  double per_step() const { return per_step_; }
  /// A square that lies just beyond the last radius [m2].
  double cap() const { return cap_; }
  std::size_t bin(double square) const;  ///< of the square of a distance [m2]
  /// The bin of a square that `measure` (near_row.hpp) has sorted, in doubt or not.
  std::size_t settled(std::int32_t measured, double square) const {
    return static_cast<std::size_t>(measured >= 0 ? measured : settle(-1 - measured, square));
  }
  /// The last k with r_k <= distance [m]; a negative distance counts as 0.
  std::size_t last_within(double distance) const;

 private:
  std::int32_t settle(std::int32_t bin, double square) const;

  std::vector<double> r_;
  std::vector<double> edge_;  ///< below bin 0, then the largest square that is within r_k, then infinity
  double per_step_ = 0, cap_ = 0;
};

}  // namespace percuta::numerics
