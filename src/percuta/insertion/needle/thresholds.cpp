#include "percuta/insertion/needle/thresholds.hpp"

#include <cmath>

#include "percuta/base/random.hpp"

namespace percuta::insertion {
namespace {

constexpr double k_places_per_metre = 100'000'000;  // 10 nm, as landings are written

std::uint64_t place_number(double value) {
  return static_cast<std::uint64_t>(std::llround(value * k_places_per_metre));
}

}  // namespace

std::vector<double> threshold_classes(double spread) {
  std::vector<double> factors;
  factors.reserve(k_thresholds);
  for (std::size_t i = 0; i < k_thresholds; ++i) {
    factors.push_back(std::exp(spread * normal_quantile((static_cast<double>(i) + 0.5) / k_thresholds)));
  }
  return factors;
}

std::uint64_t threshold_key(const Member& member) {
  return mixed(member.seed ^ hash_text("insertion.threshold")) + member.index;
}

std::size_t threshold_class(numerics::Point at, std::uint64_t key) {
  return static_cast<std::size_t>(mixed(mixed(key + place_number(at.x)) + place_number(at.y)) % k_thresholds);
}

}  // namespace percuta::insertion
