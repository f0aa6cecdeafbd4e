#include <utility>

#include "percuta/punctures/punctures.hpp"

namespace percuta::punctures {

namespace {

constexpr const char* k_strike = "a strike in the window";
constexpr const char* k_hole = "a hole in the window";
constexpr const char* k_neighbour = "two holes, one of them in the window";
constexpr const char* k_quadrats = "a hole in the window, and a window of two squares at least";

/// `needs`: without which the number is undefined; "" = it always exists.
ResultOf<Landed> coverage_result(ResultColumn column, double Coverage::* member, const char* needs = "") {
  column.needs = needs;
  return number_result<Landed>(std::move(column), [member](const Landed& all) { return all.coverage.*member; });
}

}  // namespace

std::vector<ResultOf<Landed>> results() {
  return {
      coverage_result({"coverage", "density", "1/cm2", "Needle strikes per area of the treated window"},
                      &Coverage::density),
      coverage_result({"coverage", "distinct_density", "1/cm2",
                       "Separate holes per area: strikes that slipped into an older hole count once"},
                      &Coverage::distinct_density),
      coverage_result({"coverage", "nearest_neighbour", "mm", "Mean distance from a hole to the next one"},
                      &Coverage::nearest_neighbour, k_neighbour),
      coverage_result({"coverage", "nearest_neighbour_index", "1",
                       "That distance over the mean of as many holes set at random: 1 = chance, above = more regular, "
                       "below = clumped; "
                       "holes that swallow strikes beside them lift it where they are dense"},
                      &Coverage::nearest_neighbour_index, k_neighbour),
      coverage_result({"coverage", "dispersion_2mm", "1",
                       "Variance over mean of the holes in 2 mm squares: 1 = chance, above = streaks"},
                      &Coverage::dispersion_2mm, k_quadrats),
      coverage_result({"coverage", "evenness", "1",
                       "1 / (1 + dispersion): 0.5 = as even as chance, 1 = perfectly even, below 0.5 = streaks"},
                      &Coverage::evenness, k_quadrats),
      coverage_result(
          {"coverage", "unevenness_2mm", "1",
           "(dispersion - 1) / mean number in 2 mm squares: 0 = chance, above = streaks, below = a lattice; "
           "the same however many needles strike"},
          &Coverage::unevenness_2mm, k_quadrats),
      coverage_result({"coverage", "reentry_share", "1", "Share of the strikes that slipped into an older hole"},
                      &Coverage::reentry_share, k_strike),
      coverage_result({"coverage", "largest_gap", "mm", "Width of the largest circle in the window that holds no hole"},
                      &Coverage::largest_gap),
      coverage_result({"coverage", "evenness_1mm", "1", "As evenness, in squares of 1 mm"}, &Coverage::evenness_1mm,
                      k_quadrats),
      coverage_result({"coverage", "evenness_4mm", "1", "As evenness, in squares of 4 mm"}, &Coverage::evenness_4mm,
                      k_quadrats),
      coverage_result({"coverage", "unevenness_1mm", "1", "As unevenness_2mm, in squares of 1 mm"},
                      &Coverage::unevenness_1mm, k_quadrats),
      coverage_result({"coverage", "unevenness_4mm", "1", "As unevenness_2mm, in squares of 4 mm"},
                      &Coverage::unevenness_4mm, k_quadrats),
      coverage_result({"coverage", "thin_share_1mm", "1",
                       "Share of the area, in squares of 1 mm, below half the mean density of holes"},
                      &Coverage::thin_share_1mm, k_quadrats),
      coverage_result({"coverage", "thin_share_2mm", "1",
                       "Share of the area, in squares of 2 mm, below half the mean density of holes"},
                      &Coverage::thin_share_2mm, k_quadrats),
      coverage_result({"coverage", "thin_share_4mm", "1",
                       "Share of the area, in squares of 4 mm, below half the mean density of holes"},
                      &Coverage::thin_share_4mm, k_quadrats),
      coverage_result({"coverage", "missed_share", "1",
                       "Share of the area that lies under no stroke, half a needle pitch round it included"},
                      &Coverage::missed_share),
      coverage_result({"coverage", "overlap_share", "1", "Share of the area that lies under two strokes or more"},
                      &Coverage::overlap_share),
      coverage_result(
          {"coverage", "track_dispersion", "1",
           "Variance over mean of the holes in strips of 2 mm along the heading where it is largest: high = tracks"},
          &Coverage::track_dispersion, k_hole),
      number_result<Landed>({.room = "coverage",
                             .name = "slit",
                             .unit = "mm",
                             .meaning = "What the skin's compliance does not take up of a tip's sideways sweep",
                             .is_listed = false},
                            [](const Landed& all) { return all.punctures.slit; }),
  };
}

std::vector<ResultOf<Coverage>> dose_results() {
  const auto result = [](const char* name, const char* meaning, double Coverage::* member) {
    return number_result<Coverage>({.room = "coverage",
                                    .name = name,
                                    .unit = "1",
                                    .meaning = meaning,
                                    .needs = "a strike that reaches the dermis, and a window of two squares at least"},
                                   [member](const Coverage& coverage) { return coverage.*member; });
  };
  return {result("dose_variation_2mm",
                 "How much the local dose varies: standard deviation over mean in 2 mm squares, chance included; each "
                 "strike counts with its depth in the dermis",
                 &Coverage::dose_variation_2mm),
          result("dose_variation_1mm", "As dose_variation_2mm, in squares of 1 mm", &Coverage::dose_variation_1mm),
          result("dose_variation_4mm", "As dose_variation_2mm, in squares of 4 mm", &Coverage::dose_variation_4mm)};
}

}  // namespace percuta::punctures
