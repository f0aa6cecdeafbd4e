#include "percuta/insertion/needle/needle_rest.hpp"

#include <algorithm>

namespace percuta::insertion {
namespace {

constexpr std::size_t k_steps = 2048;   // of the protrusion
constexpr std::size_t k_depths = 1024;  // at which the balance is solved

/// Where a needle that is `depth` deep stands, the dimple counted: the protrusion that balances it.
double protrusion_at(const NeedleLaw& law, double depth) {
  return depth + dimple_under(law, resistance(law, depth), depth);
}

}  // namespace

NeedleRest::NeedleRest(const NeedleLaw& law, const std::vector<double>& thresholds, double longest)
    : law_(law), step_(longest / k_steps), through_(k_steps + 1) {
  openings_.reserve(thresholds.size());
  for (const double threshold : thresholds) openings_.push_back(opening_of(law, threshold));
  tabulate_through(law);
}

NeedleRest::Opening NeedleRest::opening_of(const NeedleLaw& law, double threshold) const {
  Opening opening;
  for (std::size_t i = 0; i <= k_openings; ++i) {
    const double share = static_cast<double>(i) / k_openings;
    opening.force[i] = threshold * law.puncture_force * (law.corneum_share + (1 - law.corneum_share) * share);
    const double depth = law.snap_depth * share;
    opening.protrusion[i] = depth + dimple_under(law, opening.force[i], depth);
    if (i > 0) opening.protrusion[i] = std::max(opening.protrusion[i], opening.protrusion[i - 1]);
  }
  return opening;
}

/// From z1 on: the first depth that balances each protrusion. The depths' own protrusions need not rise all the way;
/// where they fall the needle snaps on to where they have risen again.
void NeedleRest::tabulate_through(const NeedleLaw& law) {
  const double longest = step_ * k_steps, start = std::min(law.snap_depth, longest);
  const double step = (longest - start) / k_depths;
  double depth = start, balanced = protrusion_at(law, start);
  std::size_t i = 0;
  for (; i <= k_steps && static_cast<double>(i) * step_ <= balanced; ++i) {  // it waits
    const double dimple = std::max(0.0, static_cast<double>(i) * step_ - start);
    through_[i] = {start, dimple_force(law, dimple, start)};
  }
  for (std::size_t k = 1; k <= k_depths && i <= k_steps; ++k) {
    const double next = start + static_cast<double>(k) * step, next_balanced = protrusion_at(law, next);
    for (; i <= k_steps && static_cast<double>(i) * step_ <= next_balanced; ++i) {
      const double share = (static_cast<double>(i) * step_ - balanced) / (next_balanced - balanced);
      const double here = depth + std::clamp(share, 0.0, 1.0) * (next - depth);
      through_[i] = {here, resistance(law, here)};
    }
    depth = next;
    balanced = next_balanced;
  }
  for (; i <= k_steps; ++i) through_[i] = {longest, resistance(law, longest)};
}

NeedleRest::State NeedleRest::at(double protrusion, std::size_t n) const {
  const Opening& opening = openings_[n];
  if (protrusion < opening.protrusion.front()) return {0, dimple_force(law_, protrusion, 0)};
  if (protrusion < opening.protrusion.back()) return opened(protrusion, opening);
  return through(protrusion);
}

NeedleRest::State NeedleRest::opened(double protrusion, const Opening& opening) const {
  const auto above = std::upper_bound(opening.protrusion.begin(), opening.protrusion.end(), protrusion);
  const auto i = static_cast<std::size_t>(above - opening.protrusion.begin());  // at least 1, at most the last
  const double share = (protrusion - opening.protrusion[i - 1]) / (opening.protrusion[i] - opening.protrusion[i - 1]);
  const double depth = law_.snap_depth * (static_cast<double>(i - 1) + share) / k_openings;
  return {depth, opening.force[i - 1] + share * (opening.force[i] - opening.force[i - 1])};
}

NeedleRest::State NeedleRest::through(double protrusion) const {
  const double place = std::clamp(protrusion / step_, 0.0, static_cast<double>(k_steps));
  const auto i = std::min(static_cast<std::size_t>(place), k_steps - 1);
  const double share = place - static_cast<double>(i);
  return {through_[i].depth + share * (through_[i + 1].depth - through_[i].depth),
          through_[i].force + share * (through_[i + 1].force - through_[i].force)};
}

std::size_t NeedleRest::count() const {
  return openings_.size();
}

double NeedleRest::through_at(std::size_t n) const {
  return openings_[n].protrusion.back();
}

double NeedleRest::longest() const {
  return step_ * k_steps;
}

}  // namespace percuta::insertion
