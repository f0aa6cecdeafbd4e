#include "percuta/base/ensemble.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "percuta/base/each_quantity.hpp"
#include "percuta/base/random.hpp"

namespace percuta {
namespace {

constexpr double k_normal_decile = 1.2815515655446004;  // 90th percentile of the standard normal distribution

/// The member's place in (0, 1) for one parameter: its own stratum of `members`, a random point in it.
double stratified(const Member& member, const std::string& path) {
  const std::uint64_t name = hash_text(path);
  const std::uint64_t seed = mixed(member.seed);
  const std::uint32_t stratum = shuffled(member.index - 1, member.members, mixed(seed ^ name));
  const auto bits = philox_block(
      {member.index, member.members, static_cast<std::uint32_t>(name), static_cast<std::uint32_t>(name >> 32U)},
      {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U)});
  const double within = unit_number((static_cast<std::uint64_t>(bits[0]) << 32U) | bits[1]);
  return (stratum + within) / member.members;
}

/// Two half normals that meet at the median; the deciles are low and high.
double two_piece(double low, double median, double high, double z) {
  return median + z / k_normal_decile * (z < 0 ? median - low : high - median);
}

double drawn(const Quantity& quantity, Spread spread, double z) {
  if (spread == Spread::linear) return two_piece(quantity.low, quantity.value, quantity.high, z);
  return std::exp(two_piece(std::log(quantity.low), std::log(quantity.value), std::log(quantity.high), z));
}

void draw_one(const Member& member, const std::string& path, const Spec& spec, Quantity& quantity) {
  if (quantity.is_certain()) return;
  if (spec.spread == Spread::log && quantity.low <= 0) {
    throw InputError(fmt::format("'{}' spreads on a logarithmic scale, so its low must be above 0", path));
  }
  const double draw = drawn(quantity, spec.spread, normal_quantile(stratified(member, path)));
  quantity.value = std::clamp(draw, quantity.least, quantity.most);
}

/// Quantile of sorted numbers, each standing in the middle of its 1/n share (type 5, Hazen): right for stratified
/// draws.
double quantile(const std::vector<double>& sorted, double share) {
  const double last = static_cast<double>(sorted.size() - 1);
  const double position = std::clamp(share * static_cast<double>(sorted.size()) - 0.5, 0.0, last);
  const auto below = static_cast<std::size_t>(position);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  const double weight = position - static_cast<double>(below);
  return sorted[below] + weight * (sorted[above] - sorted[below]);
}

}  // namespace

void draw(const Describe& describe, const Member& member, const std::string& prefix) {
  if (member.index == 0) return;
  if (member.index > member.members) throw std::out_of_range("an ensemble has no member beyond its last");
  each_quantity(describe, prefix, [&](const std::string& path, const Spec& spec, Quantity& quantity) {
    draw_one(member, path, spec, quantity);
  });
}

Interval interval_of(std::vector<double> members) {
  if (members.empty()) throw SolverError("an interval needs at least one ensemble member");
  const auto bad = std::find_if_not(members.begin(), members.end(), [](double x) { return std::isfinite(x); });
  if (bad != members.end()) {
    throw SolverError(
        fmt::format("ensemble member {} gave {}, which is not a finite number", bad - members.begin(), *bad));
  }
  std::sort(members.begin(), members.end());
  const double tail = (1 - k_interval_level) / 2;
  return {quantile(members, 0.5), quantile(members, tail), quantile(members, 1 - tail)};
}

}  // namespace percuta
