#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <numeric>
#include <utility>

#include "percuta/numerics/geometry/footprints.hpp"
#include "percuta/numerics/geometry/region.hpp"
#include "percuta/numerics/statistics/largest_gap.hpp"
#include "percuta/numerics/statistics/nearest_neighbour.hpp"
#include "percuta/numerics/statistics/quadrats.hpp"
#include "percuta/numerics/statistics/tracks.hpp"
#include "percuta/punctures/punctures.hpp"

namespace percuta::punctures {
namespace {

constexpr double k_millimetre = 1e-3;  // [m]: the scales are part of the results' names
constexpr double k_raster = 0.5 * k_millimetre;
constexpr double k_rounding = 1e-12;  // [m]: of a place on the skin

/// Strikes of one stroke after those of another, wherever they stand.
std::vector<std::size_t> by_stroke(const std::vector<Puncture>& all) {
  std::vector<std::size_t> order(all.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return all[a].stroke < all[b].stroke; });
  return order;
}

/// A hull with what lies round its corners, within `reach` [m]; at least that.
numerics::Polygon widened(const numerics::Polygon& hull, double reach) {
  constexpr int k_sides = 16;
  const double radius = reach / std::cos(std::numbers::pi / k_sides);
  std::vector<numerics::Point> corners;
  for (const numerics::Point p : hull) {
    for (int side = 0; side < k_sides; ++side) {
      const double angle = 2 * std::numbers::pi * side / k_sides;
      corners.push_back({p.x + radius * std::cos(angle), p.y + radius * std::sin(angle)});
    }
  }
  return numerics::convex_hull(std::move(corners));
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

/// What each stroke treated: its hull and what lies round its needles.
std::vector<numerics::Polygon> treated_by(std::vector<numerics::Polygon> hulls, double reach) {
  if (!(reach > 0)) return hulls;
  for (numerics::Polygon& hull : hulls) hull = widened(hull, reach);
  return hulls;
}

/// How evenly holes stand in quadrats of one width; undefined without holes in them, or where there is but one.
struct Order {
  double dispersion = k_undefined, evenness = k_undefined, thin_share = k_undefined, unevenness = k_undefined;
};

Order order_of(const std::vector<numerics::Point>& inside, const numerics::Quadrats& quadrats) {
  const numerics::QuadratCounts counts = quadrats.count(inside);
  if (!(counts.density > 0) || counts.quadrats < 2) return {};
  return {counts.dispersion, counts.evenness(), counts.thin_share, (counts.dispersion - 1) / counts.mean};
}

/// Every hole once, and which of them lie in the window.
struct HolesSeen {
  std::vector<numerics::Point> all, inside;
  std::vector<bool> is_inside;
  double strikes = 0;  ///< in the window, those that slipped into an older hole too
};

HolesSeen holes_of(const Punctures& punctures) {
  HolesSeen holes;
  holes.all.reserve(static_cast<std::size_t>(punctures.holes));
  for (const Puncture& p : punctures.all) {
    if (p.in_window) ++holes.strikes;
    if (p.is_reentry) continue;
    holes.all.push_back({p.x, p.y});
    holes.is_inside.push_back(p.in_window);
    if (p.in_window) holes.inside.push_back({p.x, p.y});
  }
  return holes;
}

}  // namespace

struct CoverageWindow::Ready {
  explicit Ready(const numerics::Polygon& window)
      : outline(window),
        region(window),
        edges(window),
        one(window, k_millimetre),
        two(window, 2 * k_millimetre),
        four(window, 4 * k_millimetre),
        strips(window, 2 * k_millimetre),
        raster(window, k_raster) {}

  numerics::Polygon outline;
  numerics::Region region;
  numerics::EdgeCorrection edges;
  numerics::Quadrats one, two, four;
  numerics::TrackStrips strips;
  numerics::CoverRaster raster;
};

CoverageWindow::CoverageWindow(const numerics::Polygon& outline) : ready_(std::make_shared<const Ready>(outline)) {}

bool CoverageWindow::is_of(const numerics::Polygon& outline) const {
  return std::equal(outline.begin(), outline.end(), ready_->outline.begin(), ready_->outline.end(),
                    [](numerics::Point a, numerics::Point b) {
                      return std::abs(a.x - b.x) <= k_rounding && std::abs(a.y - b.y) <= k_rounding;
                    });
}

namespace {

/// Quadrats of the three widths: of the window, or, under patches, of what of it they cover.
struct Scales {
  const numerics::Quadrats &one, &two, &four;
};

void measure_order(const HolesSeen& holes, const Asked& asked, const Scales& scales, Coverage& coverage) {
  if (asked.wants_any({"coverage.evenness_1mm", "coverage.thin_share_1mm", "coverage.unevenness_1mm"})) {
    const Order order = order_of(holes.inside, scales.one);
    coverage.dispersion_1mm = order.dispersion;
    coverage.evenness_1mm = order.evenness;
    coverage.thin_share_1mm = order.thin_share;
    coverage.unevenness_1mm = order.unevenness;
  }
  if (asked.wants_any(
          {"coverage.dispersion_2mm", "coverage.evenness", "coverage.thin_share_2mm", "coverage.unevenness_2mm"})) {
    const Order order = order_of(holes.inside, scales.two);
    coverage.dispersion_2mm = order.dispersion;
    coverage.evenness = order.evenness;
    coverage.thin_share_2mm = order.thin_share;
    coverage.unevenness_2mm = order.unevenness;
  }
  if (asked.wants_any({"coverage.evenness_4mm", "coverage.thin_share_4mm", "coverage.unevenness_4mm"})) {
    const Order order = order_of(holes.inside, scales.four);
    coverage.dispersion_4mm = order.dispersion;
    coverage.evenness_4mm = order.evenness;
    coverage.thin_share_4mm = order.thin_share;
    coverage.unevenness_4mm = order.unevenness;
  }
}

/// Calls `measure` with the quadrats in which these punctures are to be even: of patches, those that they cover.
template <class Measure>
void with_scales(const Punctures& punctures, const numerics::Region& window, const Scales& whole,
                 const Measure& measure) {
  if (!punctures.is_left_on) return measure(whole);
  const std::vector<numerics::Polygon> hulls = treated_by(footprints_of(punctures.all), punctures.reach_around);
  const std::vector<numerics::Region> patches(hulls.begin(), hulls.end());
  const auto under = [&](const numerics::Quadrats& quadrats) { return quadrats.within(patches, window); };
  const numerics::Quadrats one = under(whole.one), two = under(whole.two), four = under(whole.four);
  measure(Scales{one, two, four});
}

double variation_of(const std::vector<numerics::Point>& places, const std::vector<double>& doses,
                    const numerics::Quadrats& quadrats) {
  const numerics::QuadratCounts counts = quadrats.count(places, doses);
  if (!(counts.density > 0) || counts.quadrats < 2) return k_undefined;
  return std::sqrt(counts.dispersion / counts.mean);
}

}  // namespace

void add_dose(const Punctures& punctures, const std::vector<double>& doses, const CoverageWindow& window,
              Coverage& coverage) {
  const CoverageWindow::Ready& ready = *window.ready_;
  std::vector<numerics::Point> places;
  std::vector<double> inside;
  for (std::size_t i = 0; i < punctures.all.size(); ++i) {
    if (!punctures.all[i].in_window) continue;
    places.push_back({punctures.all[i].x, punctures.all[i].y});
    inside.push_back(doses[i]);
  }
  with_scales(punctures, ready.region, {ready.one, ready.two, ready.four}, [&](const Scales& scales) {
    coverage.dose_variation_1mm = variation_of(places, inside, scales.one);
    coverage.dose_variation_2mm = variation_of(places, inside, scales.two);
    coverage.dose_variation_4mm = variation_of(places, inside, scales.four);
  });
}

Coverage cover(const Punctures& punctures, const numerics::Polygon& window, const CoverageWindow& made_ready,
               const Asked& asked) {
  const CoverageWindow::Ready& ready = *made_ready.ready_;
  const HolesSeen holes = holes_of(punctures);
  const auto distinct = static_cast<double>(holes.inside.size());
  const double treated = numerics::area(window);
  Coverage coverage;
  coverage.density = holes.strikes / treated;
  coverage.distinct_density = distinct / treated;
  coverage.reentry_share = share_of(holes.strikes - distinct, holes.strikes);
  if (asked.wants("coverage.largest_gap")) {
    coverage.largest_gap = 2 * numerics::largest_gap(holes.all, ready.edges).radius;
  }
  if (asked.wants_any({"coverage.missed_share", "coverage.overlap_share"})) {
    std::vector<numerics::Polygon> hulls = footprints_of(punctures.all);
    coverage.overlap_share = ready.raster.of(hulls).overlap;
    coverage.missed_share = ready.raster.of(treated_by(std::move(hulls), punctures.reach_around)).missed;
  }
  if (distinct == 0) return coverage;
  if (holes.all.size() > 1 && asked.wants_any({"coverage.nearest_neighbour", "coverage.nearest_neighbour_index"})) {
    coverage.nearest_neighbour = numerics::mean_nearest_neighbour(holes.all, holes.is_inside);
    coverage.nearest_neighbour_index = 2 * std::sqrt(coverage.distinct_density) * coverage.nearest_neighbour;
  }
  with_scales(punctures, ready.region, {ready.one, ready.two, ready.four},
              [&](const Scales& scales) { measure_order(holes, asked, scales, coverage); });
  if (asked.wants("coverage.track_dispersion")) {
    const numerics::Tracks tracks = ready.strips.find(holes.inside);
    coverage.track_dispersion = tracks.dispersion;
    coverage.track_heading = tracks.heading;
  }
  return coverage;
}

Coverage cover(const Punctures& punctures, const numerics::Polygon& window) {
  return cover(punctures, window, CoverageWindow(window));
}

}  // namespace percuta::punctures
