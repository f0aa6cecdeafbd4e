#include "percuta/closure/closure.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

#include "percuta/closure/pace.hpp"
#include "percuta/numerics/geometry/polygon.hpp"

namespace percuta::closure {
namespace {

constexpr std::int64_t k_decade = 315569260;  // [s], ten mean tropical years
constexpr int k_halvings = 64;                // of the bracket of the barrier's time

/// How much slower this person is than one of the reference age.
double age_factor(const skin::Person& person, const Rates& rates) {
  const double decades = std::max(0.0, person.age - rates.reference_age) / static_cast<double>(k_decade);
  return 1 + rates.age_per_decade * decades;
}

/// On both half-lives.
double half_life_factor(const Hole& hole, const skin::Person& person, const Rates& rates) {
  const double by_width = std::pow(hole.width / rates.reference_width, rates.width_exponent);
  const double by_number =
      hole.density > 0 ? std::pow(hole.density / rates.reference_density, rates.number_exponent) : 1;
  return by_width * by_number * age_factor(person, rates) * rates.person_spread;
}

/// When the leak has fallen to `share`. What heals alone gets there later, or never sooner: a bracket to halve.
double time_of_share(const Clocks& clocks, double share) {
  const Pace healing{clocks.dry_rate, clocks.covered_rate, clocks.care};
  double early = 0, late = healing.time_of(-std::log(share));
  for (int i = 0; i < k_halvings; ++i) {
    const double middle = 0.5 * (early + late);
    (barrier_conductance(clocks, middle) > share ? early : late) = middle;
  }
  return late;
}

/// The deepest strike of each hole of the window that stays open.
std::vector<insertion::Channel> open_holes(const insertion::Channels& channels, const punctures::Punctures& punctures) {
  std::vector<insertion::Channel> holes;
  for (std::size_t i = 0; i < channels.all.size(); ++i) {
    const insertion::Channel& channel = channels.all[i];
    if (!punctures.all[i].in_window || !(channel.width > 0 && channel.residual_depth > 0)) continue;
    const auto at = static_cast<std::size_t>(punctures.all[i].hole);
    if (at >= holes.size()) holes.resize(at + 1);
    if (channel.residual_depth > holes[at].residual_depth) holes[at] = channel;
  }
  std::erase_if(holes, [](const insertion::Channel& hole) { return !(hole.residual_depth > 0); });
  return holes;
}

}  // namespace

Hole typical_hole(const insertion::Channels& channels, const punctures::Punctures& punctures, const skin::Skin& skin) {
  const std::vector<insertion::Channel> holes = open_holes(channels, punctures);
  Hole typical;
  if (holes.empty()) return typical;
  for (const insertion::Channel& hole : holes) {
    typical.width += hole.width;
    typical.depth += hole.residual_depth;
  }
  const auto count = static_cast<double>(holes.size());
  typical.width /= count;
  typical.depth /= count;
  typical.density = count / numerics::area(skin.window);
  return typical;
}

Clocks close(const Hole& hole, const skin::Person& person, const Care& care, const Rates& rates) {
  Clocks clocks;
  if (!(hole.width > 0 && hole.depth > 0)) return clocks;
  const double slower = half_life_factor(hole, person, rates);
  clocks.care = care;
  clocks.is_pierced = true;
  clocks.elastic_share = rates.elastic_share;
  clocks.elastic_time = rates.elastic_time;
  clocks.dry_rate = std::numbers::ln2 / (rates.dry_half_life * slower);
  clocks.covered_rate = std::numbers::ln2 / (rates.covered_half_life * slower);
  clocks.barrier_half_life = Pace{clocks.dry_rate, clocks.covered_rate, care}.time_of(std::numbers::ln2);
  clocks.barrier_time = time_of_share(clocks, rates.closed_share);

  const double older = age_factor(person, rates);
  clocks.pore_lag = rates.pore_lag * older * (1 + (rates.coagulated_factor - 1) * care.coagulated_share);
  clocks.pore_close = hole.depth / rates.pore_speed * older;
  clocks.pore_covered_factor = rates.pore_covered_factor;
  clocks.pore_time = Pace{1, 1 / clocks.pore_covered_factor, care}.time_of(clocks.pore_lag + clocks.pore_close);
  return clocks;
}

Clocks close(const insertion::Channels& channels, const punctures::Punctures& punctures, const skin::Skin& skin,
             const skin::Person& person, const Care& care, const Rates& rates) {
  Clocks clocks = close(typical_hole(channels, punctures, skin), person, care, rates);
  for (std::size_t i = 0; i < channels.all.size() && !clocks.is_pierced; ++i) {
    clocks.is_pierced = punctures.all[i].in_window && channels.all[i].depth > 0;
  }
  return clocks;
}

}  // namespace percuta::closure
