#include <algorithm>
#include <cmath>
#include <utility>

#include "percuta/insertion/insertion.hpp"

namespace percuta::insertion {

namespace {

constexpr std::size_t k_bins_per_length = 30;
constexpr std::size_t k_depth_bins = k_bins_per_length + 2;  // needles longer than their nominal length
constexpr std::size_t k_press_steps = 60;                    // of a press, drawn

constexpr const char* k_strike = "a strike in the window";
constexpr const char* k_pierced = "a strike in the window that pierces";
constexpr const char* k_margin = "a force on a needle, and the strength of its material";
constexpr const char* k_work = "needles that do work";

/// `needs`: without which the number is undefined. `at_zero`: what 0 says.
ResultOf<Inserted> reach_result(ResultColumn column, double Reach::* member, const char* needs,
                                const char* at_zero = "") {
  column.needs = needs;
  column.at_zero = at_zero;
  return number_result<Inserted>(std::move(column), [member](const Inserted& all) { return all.reach.*member; });
}

/// Whether its own entry breaks a needle of known strength.
bool fails_first(const Channels& channels) {
  return channels.failure_force > 0 && channels.failure_force < channels.puncture_force;
}

std::vector<ResultOf<Inserted>> reach_results() {
  return {
      reach_result(
          {"insertion", "depth_in_place", "mm",
           "Mean depth of the needle tip while the needle is in the skin; a strike that does not pierce counts as 0"},
          &Reach::depth_in_place, k_strike),
      reach_result({"insertion", "pierced_share", "1", "Share of the strikes that pierced the surface"},
                   &Reach::pierced_share, k_strike),
      reach_result({"insertion", "force_per_needle", "mN",
                    "Mean force on a needle at its deepest, whether it pierces or only dents the skin"},
                   &Reach::force_per_needle, k_strike),
      reach_result({"insertion", "reach_epidermis", "1",
                    "Share of the strikes that pass the stratum corneum into the living epidermis"},
                   &Reach::reach_epidermis, k_strike),
      reach_result({"insertion", "reach_dermis", "1", "Share of the strikes that reach the dermis"},
                   &Reach::reach_dermis, k_strike),
      reach_result({"insertion", "reach_fat", "1", "Share of the strikes that pass the dermis into fat"},
                   &Reach::reach_fat, k_strike),
      reach_result({"insertion", "residual_depth", "mm",
                    "Mean depth of the hole that stays when the needle is out, of those that pierced"},
                   &Reach::residual_depth, k_pierced, "no hole stays"),
      reach_result({"insertion", "channel_width", "um", "Mean width of that hole at the surface"},
                   &Reach::channel_width, k_pierced, "no hole stays"),
      reach_result(
          {"insertion", "force_margin", "1",
           "Force at which a needle buckles, yields or shears, over the largest force on one: below 1 needles fail"},
          &Reach::force_margin, k_margin),
      number_result<Inserted>({"insertion", "open_share", "1", "Share of the treated surface that the holes take up"},
                              [](const Inserted& all) { return open_share(all.holes); }),
      number_result<Inserted>({"insertion", "leak", "1/m",
                               "What the holes let through at first, per area of skin and diffusivity: a short tube "
                               "each and its mouth"},
                              [](const Inserted& all) { return leak(all.holes, all.skin); }),
      reach_result({"insertion", "capillary_strikes", "1", "Small vessels hit by a strike, on average"},
                   &Reach::capillary_strikes, k_strike),
      reach_result({"insertion", "bleeding_share", "1", "Share of the strikes that hit at least one small vessel"},
                   &Reach::bleeding_share, k_strike),
      reach_result({"insertion", "skin_energy_share", "1",
                    "Share of the needles' work that goes into the skin, the rest into what carries or holds them"},
                   &Reach::skin_energy_share, k_work),
      reach_result(
          {"insertion", "dermis_force", "N", "Force of the hand at which a typical needle comes to the dermis"},
          &Reach::dermis_force, "a hand whose force decides, and needles that come so far before the body touches"),
      number_result<Inserted>(
          {"insertion", "neighbour_share", "1",
           "Share of the skin's give under a needle that its neighbours cause: 0 alone, 1 a bed of nails"},
          [](const Inserted& all) { return all.channels.neighbour_share; }),
      number_result<Inserted>({.room = "insertion",
                               .name = "fails_first",
                               .unit = "1",
                               .meaning = "1 where a needle yields, buckles or shears before it pierces",
                               .is_listed = false},
                              [](const Inserted& all) { return fails_first(all.channels) ? 1.0 : 0.0; }),
      number_result<Inserted>({.room = "insertion",
                               .name = "is_extrapolated",
                               .unit = "1",
                               .meaning = "1 where the tip lies outside the sizes whose puncture force was measured",
                               .is_listed = false},
                              [](const Inserted& all) { return all.channels.is_extrapolated ? 1.0 : 0.0; }),
  };
}

/// Largest fall of the force while the needle goes in, as a share of the peak before it; 0 when it never falls.
double force_drop(const PressCurve& press) {
  double peak = 0, drop = k_undefined;
  for (const double force : press.force) {
    peak = std::max(peak, force);
    if (peak > 0) drop = std::max(std::isnan(drop) ? 0 : drop, (peak - force) / peak);
  }
  return drop;
}

/// The value at `x` of a polyline whose x ascend, its ends standing on.
double value_at(const std::vector<double>& xs, const std::vector<double>& ys, double x) {
  if (xs.empty()) return 0;
  const auto above = static_cast<std::size_t>(std::upper_bound(xs.begin(), xs.end(), x) - xs.begin());
  if (above == 0) return ys.front();
  if (above == xs.size()) return ys.back();
  const double span = xs[above] - xs[above - 1];
  const double share = span > 0 ? (x - xs[above - 1]) / span : 1;
  return ys[above - 1] + share * (ys[above] - ys[above - 1]);
}

/// A curve of the press over even steps of its travel; where a press stops short its last value stands on.
ResultOf<PressCurve> press_series(ResultColumn column, std::vector<double> PressCurve::* curve) {
  std::vector<double> steps = column.axis ? column.axis->at : std::vector<double>();
  return {std::move(column), [curve, steps = std::move(steps)](const PressCurve& press, std::vector<double>& row) {
            for (const double travel : steps) row.push_back(value_at(press.displacement, press.*curve, travel));
          }};
}

}  // namespace

std::vector<double> depth_edges(double longest_needle) {
  const double step = longest_needle / static_cast<double>(k_bins_per_length);
  std::vector<double> edges;
  for (std::size_t i = 0; i <= k_depth_bins; ++i) edges.push_back(step * static_cast<double>(i));
  return edges;
}

std::vector<ResultOf<Inserted>> results(const std::vector<double>& depth_edges) {
  std::vector<ResultOf<Inserted>> all = reach_results();
  const ResultAxis bins{"depth", "mm", {depth_edges.begin(), depth_edges.end() - 1}, {}};
  all.push_back({{.room = "insertion",
                  .name = "strikes_by_depth",
                  .unit = "1/cm2",
                  .meaning = "Strikes per area that end between this depth and the next",
                  .axis = bins},
                 [depth_edges](const Inserted& from, std::vector<double>& row) {
                   const auto counts = depth_histogram(from.channels, from.punctures, from.skin.window, depth_edges);
                   row.insert(row.end(), counts.begin(), counts.end());
                 }});
  return all;
}

std::vector<ResultOf<PressCurve>> press_results(double travel) {
  std::vector<ResultOf<PressCurve>> all = {
      number_result<PressCurve>(
          {"insertion", "puncture_force", "mN",
           "Mean force on a needle at which its tip snaps through the skin; what it would need if it does not"},
          &PressCurve::puncture_force),
      number_result<PressCurve>({.room = "insertion",
                                 .name = "puncture_displacement",
                                 .unit = "um",
                                 .meaning = "Mean travel from first touch to that force",
                                 .needs = "a needle that pierces"},
                                &PressCurve::puncture_displacement),
      number_result<PressCurve>({.room = "insertion",
                                 .name = "puncture_depth",
                                 .unit = "um",
                                 .meaning = "Depth of the tip below the dented surface at the puncture",
                                 .needs = "a needle that pierces"},
                                &PressCurve::puncture_depth),
      number_result<PressCurve>(
          {.room = "insertion",
           .name = "force_drop",
           .unit = "1",
           .meaning = "Largest fall of the force while the needle goes in, as a share of the peak before it",
           .needs = "a force on the needle"},
          force_drop),
      number_result<PressCurve>({"insertion", "skin_energy", "mJ", "Work of the whole array into the skin"},
                                &PressCurve::skin_energy),
      number_result<PressCurve>(
          {"insertion", "backing_energy", "mJ", "Work of the whole array into what carries the needles"},
          &PressCurve::backing_energy),
  };
  ResultAxis steps{"displacement", "mm", {}, {}};
  for (std::size_t i = 0; i <= k_press_steps; ++i) {
    steps.at.push_back(travel * static_cast<double>(i) / static_cast<double>(k_press_steps));
  }
  all.push_back(press_series({"insertion", "force", "mN", "Force on one needle", steps, "force_displacement"},
                             &PressCurve::force));
  all.push_back(press_series({"insertion", "depth", "um", "Depth of its tip in place", steps, "force_displacement"},
                             &PressCurve::depth));
  return all;
}

}  // namespace percuta::insertion
