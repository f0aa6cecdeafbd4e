#include "percuta/numerics/statistics/radius_bins.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "percuta/base/error.hpp"

namespace percuta::numerics {
namespace {

/// The largest number whose rounded square root is not beyond `radius`.
double largest_square_within(double radius) {
  constexpr double k_infinity = std::numeric_limits<double>::infinity();
  double square = radius * radius;
  while (std::sqrt(square) > radius) square = std::nextafter(square, 0.0);
  for (double next = std::nextafter(square, k_infinity); std::sqrt(next) <= radius;
       next = std::nextafter(next, k_infinity)) {
    square = next;
  }
  return square;
}

}  // namespace

RadiusBins::RadiusBins(const Radii& radii) {
  if (!(radii.most > 0) || radii.n == 0 || radii.n > k_most) {
    throw InputError("radii must reach beyond 0, and there may be at most " + std::to_string(k_most));
  }
  const double step = radii.most / static_cast<double>(radii.n);
  per_step_ = 1 / step;
  edge_.push_back(-1);
  for (std::size_t k = 0; k <= radii.n; ++k) {
    r_.push_back(step * static_cast<double>(k));
    edge_.push_back(largest_square_within(r_.back()));
  }
  edge_.push_back(std::numeric_limits<double>::infinity());
  const double beyond = r_.back() + 0.5 * step;
  cap_ = beyond * beyond;
}

std::size_t RadiusBins::bin(double square) const {
  const auto near = static_cast<std::int32_t>(std::sqrt(std::min(square, cap_)) * per_step_ + 1);
  return static_cast<std::size_t>(settle(near, square));
}

std::int32_t RadiusBins::settle(std::int32_t bin, double square) const {
  while (square > edge_[static_cast<std::size_t>(bin) + 1]) ++bin;
  while (square <= edge_[static_cast<std::size_t>(bin)]) --bin;
  return bin;
}

std::size_t RadiusBins::last_within(double distance) const {
  if (!(distance > 0)) return 0;
  const auto above = std::upper_bound(r_.begin(), r_.end(), distance);
  return static_cast<std::size_t>(above - r_.begin()) - 1;
}

}  // namespace percuta::numerics
