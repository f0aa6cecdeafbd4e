#include "percuta/run/quantities.hpp"

namespace percuta::run {

namespace {

using course::Session;

template <class Part>
auto part(Part Session::* room, double Part::* member) {
  return [room, member](const Session& session) { return session.*room.*member; };
}

std::vector<QuantityRow> coverage_rows() {
  using punctures::Coverage;
  const auto of = [](double Coverage::* member) { return part(&Session::coverage, member); };
  return {
      {"coverage", "density", "1/cm2", "Needle strikes per area of the treated window", of(&Coverage::density)},
      {"coverage", "distinct_density", "1/cm2",
       "Separate holes per area: strikes that slipped into an older hole count once", of(&Coverage::distinct_density)},
      {"coverage", "nearest_neighbour", "mm", "Mean distance from a hole to the next one",
       of(&Coverage::nearest_neighbour)},
      {"coverage", "nearest_neighbour_index", "1",
       "That distance over the mean of as many holes set at random: 1 = chance, above = more regular, below = clumped; "
       "holes that swallow strikes beside them lift it where they are dense",
       of(&Coverage::nearest_neighbour_index)},
      {"coverage", "dispersion_2mm", "1",
       "Variance over mean of the holes in 2 mm squares: 1 = chance, above = streaks", of(&Coverage::dispersion_2mm)},
      {"coverage", "evenness", "1",
       "1 / (1 + dispersion): 0.5 = as even as chance, 1 = perfectly even, below 0.5 = streaks",
       of(&Coverage::evenness)},
      {"coverage", "reentry_share", "1", "Share of the strikes that slipped into an older hole",
       of(&Coverage::reentry_share)},
      {"coverage", "largest_gap", "mm", "Width of the largest circle in the window that holds no hole",
       of(&Coverage::largest_gap)},
      {"coverage", "evenness_1mm", "1", "As evenness, in squares of 1 mm", of(&Coverage::evenness_1mm)},
      {"coverage", "evenness_4mm", "1", "As evenness, in squares of 4 mm", of(&Coverage::evenness_4mm)},
      {"coverage", "thin_share_1mm", "1", "Share of the area, in squares of 1 mm, below half the mean density of holes",
       of(&Coverage::thin_share_1mm)},
      {"coverage", "thin_share_2mm", "1", "Share of the area, in squares of 2 mm, below half the mean density of holes",
       of(&Coverage::thin_share_2mm)},
      {"coverage", "thin_share_4mm", "1", "Share of the area, in squares of 4 mm, below half the mean density of holes",
       of(&Coverage::thin_share_4mm)},
      {"coverage", "missed_share", "1", "Share of the area that lies under no stroke", of(&Coverage::missed_share)},
      {"coverage", "overlap_share", "1", "Share of the area that lies under two strokes or more",
       of(&Coverage::overlap_share)},
      {"coverage", "track_dispersion", "1",
       "Variance over mean of the holes in strips of 2 mm along the heading where it is largest: high = tracks",
       of(&Coverage::track_dispersion)},
  };
}

std::vector<QuantityRow> insertion_rows() {
  using insertion::Reach;
  const auto of = [](double Reach::* member) { return part(&Session::reach, member); };
  return {
      {"insertion", "depth_in_place", "mm",
       "Mean depth of the needle tip while the needle is in the skin; a strike that does not pierce counts as 0",
       of(&Reach::depth_in_place)},
      {"insertion", "pierced_share", "1", "Share of the strikes that pierced the surface", of(&Reach::pierced_share)},
      {"insertion", "force_per_needle", "mN",
       "Mean force on a needle at its deepest, whether it pierces or only dents the skin",
       of(&Reach::force_per_needle)},
      {"insertion", "reach_epidermis", "1",
       "Share of the strikes that pass the stratum corneum into the living epidermis", of(&Reach::reach_epidermis)},
      {"insertion", "reach_dermis", "1", "Share of the strikes that reach the dermis", of(&Reach::reach_dermis)},
      {"insertion", "reach_fat", "1", "Share of the strikes that pass the dermis into fat", of(&Reach::reach_fat)},
      {"insertion", "residual_depth", "mm",
       "Mean depth of the hole that stays when the needle is out, of those that pierced", of(&Reach::residual_depth)},
      {"insertion", "channel_width", "um", "Mean width of that hole at the surface", of(&Reach::channel_width)},
      {"insertion", "force_margin", "1",
       "Force at which a needle buckles, yields or shears, over the largest force on one: below 1 needles fail",
       of(&Reach::force_margin)},
      {"insertion", "capillary_strikes", "1", "Small vessels hit by a strike, on average",
       of(&Reach::capillary_strikes)},
      {"insertion", "bleeding_share", "1", "Share of the strikes that hit at least one small vessel",
       of(&Reach::bleeding_share)},
      {"insertion", "skin_energy_share", "1",
       "Share of the needles' work that goes into the skin, the rest into what carries or holds them",
       of(&Reach::skin_energy_share)},
      {"insertion", "neighbour_share", "1",
       "Share of the skin's give under a needle that its neighbours cause: 0 alone, 1 a bed of nails",
       part(&Session::channels, &insertion::Channels::neighbour_share)},
  };
}

std::vector<QuantityRow> closure_rows() {
  using closure::Clocks;
  const auto of = [](double Clocks::* member) { return part(&Session::clocks, member); };
  return {
      {"closure", "barrier_half_life", "h", "Half-life of the barrier's leak through the holes",
       of(&Clocks::barrier_half_life)},
      {"closure", "barrier_time", "h", "Until the barrier counts as whole again", of(&Clocks::barrier_time)},
      {"closure", "pore_time", "h", "Until no hole is to be seen", of(&Clocks::pore_time)},
  };
}

}  // namespace

const std::vector<QuantityRow>& quantities() {
  static const std::vector<QuantityRow> all = [] {
    std::vector<QuantityRow> rows = coverage_rows();
    for (QuantityRow& row : insertion_rows()) rows.push_back(std::move(row));
    for (QuantityRow& row : closure_rows()) rows.push_back(std::move(row));
    return rows;
  }();
  return all;
}

}  // namespace percuta::run
