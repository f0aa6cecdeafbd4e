#include <cmath>
#include <utility>

#include "percuta/numerics/geometry/footprints.hpp"
#include "percuta/numerics/statistics/largest_gap.hpp"
#include "percuta/numerics/statistics/nearest_neighbour.hpp"
#include "percuta/numerics/statistics/quadrats.hpp"
#include "percuta/numerics/statistics/tracks.hpp"
#include "percuta/punctures/punctures.hpp"

namespace percuta::punctures {
namespace {

constexpr double k_millimetre = 1e-3;  // [m]: the scales are part of the results' names
constexpr double k_raster = 0.5 * k_millimetre;

/// Every hole once, at its place.
std::vector<numerics::Point> holes_of(const Punctures& punctures) {
  std::vector<numerics::Point> holes;
  holes.reserve(static_cast<std::size_t>(punctures.holes));
  for (const Puncture& p : punctures.all) {
    if (!p.is_reentry) holes.push_back({p.x, p.y});
  }
  return holes;
}

/// The hull of where each stroke struck. Strikes come in order of time, so a stroke's stand together.
std::vector<numerics::Polygon> footprints_of(const Punctures& punctures) {
  std::vector<numerics::Polygon> footprints;
  std::vector<numerics::Point> stroke;
  for (std::size_t i = 0; i < punctures.all.size(); ++i) {
    const Puncture& p = punctures.all[i];
    stroke.push_back({p.x, p.y});
    if (i + 1 < punctures.all.size() && punctures.all[i + 1].stroke == p.stroke) continue;
    footprints.push_back(numerics::convex_hull(std::move(stroke)));
    stroke.clear();
  }
  return footprints;
}

void measure_evenness(const std::vector<numerics::Point>& holes, const numerics::Polygon& window, Coverage& coverage) {
  const auto one = numerics::count_quadrats(holes, window, k_millimetre);
  const auto two = numerics::count_quadrats(holes, window, 2 * k_millimetre);
  const auto four = numerics::count_quadrats(holes, window, 4 * k_millimetre);
  coverage.dispersion_1mm = one.dispersion;
  coverage.dispersion_2mm = two.dispersion;
  coverage.dispersion_4mm = four.dispersion;
  coverage.evenness_1mm = one.evenness();
  coverage.evenness = two.evenness();
  coverage.evenness_4mm = four.evenness();
  coverage.thin_share_1mm = one.thin_share;
  coverage.thin_share_2mm = two.thin_share;
  coverage.thin_share_4mm = four.thin_share;
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
  coverage.nearest_neighbour_index = 2 * std::sqrt(coverage.distinct_density) * coverage.nearest_neighbour;
  coverage.reentry_share = (strikes - distinct) / strikes;
  coverage.largest_gap = 2 * numerics::largest_gap(holes, window).radius;
  measure_evenness(holes, window, coverage);
  const numerics::Cover cover = numerics::cover_by(footprints_of(punctures), window, k_raster);
  coverage.missed_share = cover.missed;
  coverage.overlap_share = cover.overlap;
  const numerics::Tracks tracks = numerics::find_tracks(holes, window, 2 * k_millimetre);
  coverage.track_dispersion = tracks.dispersion;
  coverage.track_heading = tracks.heading;
  return coverage;
}

}  // namespace percuta::punctures
