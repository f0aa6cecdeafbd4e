#include "percuta/closure/closure.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>

#include "percuta/closure/pace.hpp"

namespace percuta::closure {
namespace {

constexpr std::int64_t k_decade = 315569260;  // [s], ten mean tropical years
constexpr int k_halvings = 64;                // of the bracket of the barrier's time

/// How much slower this person is than one of the reference age.
double age_factor(const skin::Person& person, const Rates& rates) {
  const double decades = std::max(0.0, person.age - rates.reference_age) / static_cast<double>(k_decade);
  return 1 + rates.age_per_decade * decades;
}

constexpr double k_never = std::numeric_limits<double>::infinity();

/// When the leak has fallen to `share`. What heals alone gets there later, or never sooner: a bracket to halve.
double time_of_share(const Clocks& clocks, double share) {
  const Pace healing{clocks.dry_rate, clocks.covered_rate, clocks.care};
  const double held = clocks.care.held_until;
  double early = held, late = healing.time_of(healing.done(held) - std::log(share));
  for (int i = 0; i < k_halvings; ++i) {
    const double middle = 0.5 * (early + late);
    (barrier_conductance(clocks, middle) > share ? early : late) = middle;
  }
  return late;
}

/// Uncovered: the more is open, the slower, as each hole's surroundings have more to do.
double dry_half_life(const insertion::HolesLeft& holes, const skin::Skin& skin, const Rates& rates) {
  const double alone = skin.species == "human" ? rates.dry_half_life : rates.dry_half_life_rat;
  return alone * (1 + insertion::open_share(holes) / rates.slowing_open_share);
}

/// How far new epidermis goes along the wall: at least to the middle of the floor, no deeper than it lines.
double lined_way(const insertion::HolesLeft& holes, const Rates& rates) {
  return std::max(0.5 * holes.width, std::min<double>(holes.depth, rates.lined_depth));
}

/// The same of a wall that springs back and does no more.
double time_of_sprung_share(const Clocks& clocks, double share) {
  const double left = (share - 1 + clocks.elastic_share) / clocks.elastic_share;
  return left > 0 ? clocks.care.held_until - clocks.elastic_time * std::log(left) : k_never;
}

/// Nothing heals: no new epidermis comes.
void keep_open(Clocks& clocks, const Rates& rates) {
  clocks.barrier_half_life = clocks.pore_close = clocks.pore_time = k_never;
  clocks.barrier_time = time_of_sprung_share(clocks, rates.closed_share);
}

}  // namespace

Clocks close(const insertion::HolesLeft& holes, const skin::Skin& skin, const skin::Person& person, const Care& care,
             const Rates& rates) {
  Clocks clocks;
  if (!(holes.width > 0 && holes.depth > 0)) return clocks;
  const double slower = age_factor(person, rates) * rates.person_spread;
  clocks.care = care;
  clocks.is_pierced = true;
  clocks.elastic_share = rates.elastic_share;
  clocks.elastic_time = rates.elastic_time;
  if (!skin.is_living) {
    keep_open(clocks, rates);
    return clocks;
  }
  clocks.dry_rate = std::numbers::ln2 / (dry_half_life(holes, skin, rates) * slower);
  clocks.covered_rate = std::min(clocks.dry_rate, std::numbers::ln2 / (rates.covered_half_life * slower));
  const Pace healing{clocks.dry_rate, clocks.covered_rate, care};
  clocks.barrier_half_life = healing.time_of(healing.done(care.held_until) + std::numbers::ln2);
  clocks.barrier_time = time_of_share(clocks, rates.closed_share);

  const double older = age_factor(person, rates);
  clocks.pore_lag = rates.pore_lag * older * (1 + (rates.coagulated_factor - 1) * care.coagulated_share);
  clocks.pore_close = lined_way(holes, rates) / rates.pore_speed * older;
  clocks.pore_covered_factor = rates.pore_covered_factor;
  clocks.soothed_factor = rates.soothed_factor;
  clocks.pore_time = lining_of(clocks).time_of(clocks.pore_close);
  return clocks;
}

}  // namespace percuta::closure
