#include <algorithm>
#include <cmath>
#include <numeric>
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

/// Strikes of one stroke after those of another, wherever they stand.
std::vector<std::size_t> by_stroke(const std::vector<Puncture>& all) {
  std::vector<std::size_t> order(all.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return all[a].stroke < all[b].stroke; });
  return order;
}

/// The hull of where each stroke struck.
std::vector<numerics::Polygon> footprints_of(const std::vector<Puncture>& all) {
  const bool is_sorted =
      std::is_sorted(all.begin(), all.end(), [](const Puncture& a, const Puncture& b) { return a.stroke < b.stroke; });
  const std::vector<std::size_t> order = is_sorted ? std::vector<std::size_t>() : by_stroke(all);
  const auto strike = [&](std::size_t i) -> const Puncture& { return all[is_sorted ? i : order[i]]; };
  std::vector<numerics::Polygon> footprints;
  std::vector<numerics::Point> stroke;
  for (std::size_t i = 0; i < all.size(); ++i) {
    stroke.push_back({strike(i).x, strike(i).y});
    if (i + 1 < all.size() && strike(i + 1).stroke == strike(i).stroke) continue;
    footprints.push_back(numerics::convex_hull(std::move(stroke)));
    stroke.clear();
  }
  return footprints;
}

/// How evenly holes stand in quadrats of one width; undefined without holes in them, or where there is but one.
struct Order {
  double dispersion = k_undefined, evenness = k_undefined, thin_share = k_undefined;
};

Order order_of(const std::vector<numerics::Point>& holes, const numerics::Polygon& window, double side) {
  const numerics::QuadratCounts counts = numerics::count_quadrats(holes, window, side);
  if (!(counts.density > 0) || counts.quadrats < 2) return {};
  return {counts.dispersion, counts.evenness(), counts.thin_share};
}

void measure_evenness(const std::vector<numerics::Point>& holes, const numerics::Polygon& window, Coverage& coverage) {
  const Order one = order_of(holes, window, k_millimetre);
  const Order two = order_of(holes, window, 2 * k_millimetre);
  const Order four = order_of(holes, window, 4 * k_millimetre);
  coverage.dispersion_1mm = one.dispersion;
  coverage.dispersion_2mm = two.dispersion;
  coverage.dispersion_4mm = four.dispersion;
  coverage.evenness_1mm = one.evenness;
  coverage.evenness = two.evenness;
  coverage.evenness_4mm = four.evenness;
  coverage.thin_share_1mm = one.thin_share;
  coverage.thin_share_2mm = two.thin_share;
  coverage.thin_share_4mm = four.thin_share;
}

/// What there is only with a hole in the window.
void measure_holes(const std::vector<numerics::Point>& holes, const numerics::Polygon& window, Coverage& coverage) {
  if (holes.size() > 1) {
    coverage.nearest_neighbour = numerics::mean_nearest_neighbour(holes, window);
    coverage.nearest_neighbour_index = 2 * std::sqrt(coverage.distinct_density) * coverage.nearest_neighbour;
  }
  measure_evenness(holes, window, coverage);
  const numerics::Tracks tracks = numerics::find_tracks(holes, window, 2 * k_millimetre);
  coverage.track_dispersion = tracks.dispersion;
  coverage.track_heading = tracks.heading;
}

}  // namespace

Coverage cover(const Punctures& punctures, const numerics::Polygon& window) {
  double strikes = 0, distinct = 0;
  for (const Puncture& p : punctures.all) {
    if (!p.in_window) continue;
    strikes += 1;
    distinct += p.is_reentry ? 0 : 1;
  }
  const std::vector<numerics::Point> holes = holes_of(punctures);
  const double treated = numerics::area(window);
  Coverage coverage;
  coverage.density = strikes / treated;
  coverage.distinct_density = distinct / treated;
  coverage.reentry_share = share_of(strikes - distinct, strikes);
  coverage.largest_gap = 2 * numerics::largest_gap(holes, window).radius;
  const numerics::Cover cover = numerics::cover_by(footprints_of(punctures.all), window, k_raster);
  coverage.missed_share = cover.missed;
  coverage.overlap_share = cover.overlap;
  if (distinct > 0) measure_holes(holes, window, coverage);
  return coverage;
}

}  // namespace percuta::punctures
