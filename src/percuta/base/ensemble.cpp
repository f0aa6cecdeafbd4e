#include "percuta/base/ensemble.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

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

class Drawer final : public Visitor {
 public:
  Drawer(const Member& member, std::string prefix) : member_(member), prefix_(std::move(prefix)) {}

  void quantity(const Spec& spec, Quantity& member) override {
    draw_one(spec, prefix_ + std::string(spec.name), member);
  }
  void quantities(const Spec& spec, std::vector<Quantity>& member) override {
    for (std::size_t i = 0; i < member.size(); ++i)
      draw_one(spec, fmt::format("{}{}[{}]", prefix_, spec.name, i), member[i]);
  }
  void count(const Spec&, std::int64_t&) override {}
  void word(const Spec&, std::string&) override {}
  void words(const Spec&, std::vector<std::string>&) override {}
  void flag(const Spec&, bool&) override {}
  void points(const Spec&, std::vector<std::vector<double>>&) override {}
  void table(const Spec& spec, const std::function<void(Visitor&)>& walk) override {
    Drawer inner(member_, fmt::format("{}{}.", prefix_, spec.name));
    walk(inner);
  }
  void tables(const Spec& spec, std::size_t size, const std::function<void(std::size_t)>&,
              const std::function<void(std::size_t, Visitor&)>& walk) override {
    for (std::size_t i = 0; i < size; ++i) {
      Drawer inner(member_, fmt::format("{}{}[{}].", prefix_, spec.name, i));
      walk(i, inner);
    }
  }

 private:
  void draw_one(const Spec& spec, const std::string& path, Quantity& quantity) const {
    if (quantity.is_certain()) return;
    if (spec.spread == Spread::log && quantity.low <= 0) {
      throw InputError(fmt::format("'{}' spreads on a logarithmic scale, so its low must be above 0", path));
    }
    const double draw = drawn(quantity, spec.spread, normal_quantile(stratified(member_, path)));
    quantity.value = std::clamp(draw, quantity.least, quantity.most);
  }

  const Member& member_;
  std::string prefix_;
};

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
  Drawer drawer(member, prefix);
  describe(drawer);
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
