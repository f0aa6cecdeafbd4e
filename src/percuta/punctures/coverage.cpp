#include "percuta/numerics/nearest_neighbour.hpp"
#include "percuta/numerics/quadrats.hpp"
#include "percuta/punctures/punctures.hpp"

namespace percuta::punctures {
namespace {

constexpr double k_quadrat_side = 2e-3;  // [m], part of the name dispersion_2mm

/// Every hole once, at its place.
std::vector<numerics::Point> holes_of(const Punctures& punctures) {
  std::vector<numerics::Point> holes;
  holes.reserve(static_cast<std::size_t>(punctures.holes));
  for (const Puncture& p : punctures.all) {
    if (!p.is_reentry) holes.push_back({p.x, p.y});
  }
  return holes;
}

}  // namespace

Coverage cover(const Punctures& punctures, const numerics::Polygon& window) {
  double strikes = 0, distinct = 0;
  for (const Puncture& p : punctures.all) {
    if (!p.in_window) continue;
    strikes += 1;
    distinct += p.is_reentry ? 0 : 1;
  }
  Coverage coverage;
  if (strikes == 0) return coverage;
  const std::vector<numerics::Point> holes = holes_of(punctures);
  const double treated = numerics::area(window);
  coverage.density = strikes / treated;
  coverage.distinct_density = distinct / treated;
  coverage.nearest_neighbour = numerics::mean_nearest_neighbour(holes, window);
  coverage.dispersion_2mm = numerics::quadrat_dispersion(holes, window, k_quadrat_side);
  coverage.evenness = 1 / (1 + coverage.dispersion_2mm);
  coverage.reentry_share = (strikes - distinct) / strikes;
  return coverage;
}

}  // namespace percuta::punctures
