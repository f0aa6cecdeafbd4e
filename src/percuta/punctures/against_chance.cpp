#include <algorithm>
#include <cmath>
#include <numbers>

#include "percuta/base/random.hpp"
#include "percuta/numerics/geometry/cell_list.hpp"
#include "percuta/numerics/statistics/edge_correction.hpp"
#include "percuta/numerics/statistics/envelope.hpp"
#include "percuta/numerics/statistics/ripley.hpp"
#include "percuta/numerics/statistics/seen_share.hpp"
#include "percuta/punctures/punctures.hpp"

namespace percuta::punctures {
namespace {

constexpr std::size_t k_least_holes = 20;
constexpr std::size_t k_most_pairs = 120'000;  // within reach, of one pattern
constexpr std::size_t k_most_holes = 5000;
constexpr std::uint32_t k_simulations = 99, k_rank = 5;
constexpr std::size_t k_steps_per_mm = 20, k_most_steps = 600;
constexpr double k_millimetre = 1e-3;  // [m]

std::vector<numerics::Point> holes_inside(const Punctures& punctures) {
  std::vector<numerics::Point> holes;
  for (const Puncture& p : punctures.all) {
    if (p.in_window && !p.is_reentry) holes.push_back({p.x, p.y});
  }
  return holes;
}

/// From 0 to 4 mm, to three mean distances of holes that stand wider; never beyond a quarter of the window, where too
/// few circles lie inside.
numerics::Radii radii_for(std::size_t holes, const numerics::Polygon& window) {
  const numerics::Box box = numerics::bounding_box(window);
  const double across = std::min(box.high.x - box.low.x, box.high.y - box.low.y);
  const double spacing = std::sqrt(numerics::area(window) / static_cast<double>(holes));
  const double reach = std::min(std::max(4 * k_millimetre, 3 * spacing), across / 4);
  const auto steps = static_cast<std::size_t>(reach / k_millimetre * static_cast<double>(k_steps_per_mm));
  const std::size_t n = std::clamp<std::size_t>(steps, 1, k_most_steps);
  return {static_cast<double>(n) / static_cast<double>(k_steps_per_mm) * k_millimetre, n};
}

/// How many of the holes are asked, so that about so many pairs are within reach.
std::size_t most_holes(double reach, double area) {
  const double most = std::sqrt(2 * static_cast<double>(k_most_pairs) * area / (std::numbers::pi * reach * reach));
  return std::min(k_most_holes, static_cast<std::size_t>(most));
}

/// `wanted` of the holes, each as likely as another, in their order.
std::vector<numerics::Point> random_part(const std::vector<numerics::Point>& holes, std::size_t wanted,
                                         std::uint64_t seed) {
  if (holes.size() <= wanted) return holes;
  Stream stream({seed, 0, 0, 0, "punctures.against_chance"});
  std::vector<numerics::Point> part;
  part.reserve(wanted);
  for (std::size_t i = 0; i < holes.size(); ++i) {
    const auto left = static_cast<double>(holes.size() - i), missing = static_cast<double>(wanted - part.size());
    if (stream.uniform() * left < missing) part.push_back(holes[i]);
  }
  return part;
}

/// The holes that strikes at these points make: who comes nearer than `capture` to an earlier one slips into it.
std::vector<numerics::Point> holes_of(const std::vector<numerics::Point>& strikes, const numerics::Polygon& window,
                                      double capture) {
  if (!(capture > 0)) return strikes;
  numerics::CellList holes(numerics::bounding_box(window), 2 * capture);
  for (const numerics::Point& strike : strikes) {
    if (holes.nearest(strike, capture) == numerics::CellList::k_none) holes.add(strike);
  }
  return holes.points();
}

/// L(r) - r of points in a window of which `seen` of the pairs are seen.
std::vector<double> excess(const numerics::RipleyK& k, const std::vector<double>& seen) {
  std::vector<double> corrected = k.none;
  for (std::size_t i = 0; i < corrected.size(); ++i) corrected[i] /= seen[i];
  std::vector<double> curve = numerics::ripley_l(corrected);
  for (std::size_t i = 0; i < curve.size(); ++i) curve[i] -= k.r[i];
  return curve;
}

}  // namespace

AgainstChance against_chance(const Punctures& punctures, const numerics::Polygon& window,
                             const ChanceOptions& options) {
  const std::vector<numerics::Point> holes = holes_inside(punctures);
  AgainstChance result;
  result.holes = holes.size();
  if (holes.size() < k_least_holes) return result;
  numerics::RipleyOptions ripley;
  ripley.radii = radii_for(holes.size(), window);
  ripley.rules = {false, false, false, true};
  ripley.clone = options.clone;
  const std::vector<numerics::Point> part =
      random_part(holes, most_holes(ripley.radii.most, numerics::area(window)), options.seed);
  const std::vector<double> seen = numerics::seen_share(window, ripley.radii);
  const numerics::EdgeCorrection edges(window);
  const numerics::Envelope envelope = numerics::envelope(part, window,
                                                         [&](const std::vector<numerics::Point>& points) {
                                                           const auto made = holes_of(points, window, options.capture);
                                                           return excess(numerics::ripley_k(made, edges, ripley), seen);
                                                         },
                                                         {k_simulations, k_rank, options.seed, 0, options.threads});
  result.asked = part.size();
  result.simulations = k_simulations;
  result.level = 1 - static_cast<double>(k_rank) / static_cast<double>(k_simulations + 1);
  result.p_value = envelope.p_value;
  result.r = numerics::RadiusBins(ripley.radii).radii();
  result.excess = envelope.observed;
  result.lowest = envelope.lowest;
  result.highest = envelope.highest;
  return result;
}

}  // namespace percuta::punctures
