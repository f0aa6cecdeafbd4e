#include "percuta/run/chance_curve.hpp"

namespace percuta::run {

CurveSet chance_curve(const course::Course& median_run, const study::Model& model, const RunControl& control,
                      const Units& units) {
  const course::SessionInputs& first = model.inputs.sessions.front();
  const punctures::Landings& measured = first.measured;
  const bool is_map_of_holes = !measured.empty() && !measured.name_holes();  // as near to each other as they were seen
  const double capture = is_map_of_holes ? 0 : course::capture_distance(model.inputs.knowledge, first.device);
  const punctures::AgainstChance found =
      punctures::against_chance(median_run.sessions.front().punctures, median_run.skin.window,
                                {model.seed, control.threads, control.clone, capture});
  const auto shown = [&](double metres) { return units.from_si(metres, "mm"); };
  CurveSet set{"against_chance", "distance", "mm", {}, {}};
  Curve curve{"clumping", "mm", "L(r) - r of the holes; low to high: as many holes set at random", {}};
  for (std::size_t i = 0; i < found.r.size(); ++i) {
    set.at.push_back(shown(found.r[i]));
    curve.values.push_back({shown(found.excess[i]), shown(found.lowest[i]), shown(found.highest[i])});
  }
  set.curves.push_back(std::move(curve));
  set.chance = ChanceBand{found.holes, found.asked, found.simulations, found.level, found.p_value};
  return set;
}

}  // namespace percuta::run
