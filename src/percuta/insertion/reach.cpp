#include <algorithm>

#include "percuta/insertion/insertion.hpp"

namespace percuta::insertion {

Reach reach(const Channels& channels, const punctures::Punctures& punctures, const device::Device&,
            const skin::Skin& skin, const Contact&) {
  const double epidermis = skin.layer("viable_epidermis").top;
  const double dermis = skin.layer("papillary_dermis").top;
  const double fat = skin.layer("fat").top;
  double strikes = 0, pierced = 0;
  Reach reach;
  for (std::size_t i = 0; i < channels.all.size(); ++i) {
    if (!punctures.all[i].in_window) continue;
    const Channel& channel = channels.all[i];
    strikes += 1;
    pierced += channel.depth > 0 ? 1 : 0;
    reach.depth_in_place += channel.depth;
    reach.force_per_needle += channel.force;
    reach.reach_epidermis += channel.depth > epidermis ? 1 : 0;
    reach.reach_dermis += channel.depth > dermis ? 1 : 0;
    reach.reach_fat += channel.depth > fat ? 1 : 0;
  }
  if (strikes == 0) return reach;
  reach.pierced_share = pierced / strikes;
  for (double* sum : {&reach.depth_in_place, &reach.force_per_needle, &reach.reach_epidermis, &reach.reach_dermis,
                      &reach.reach_fat}) {
    *sum /= strikes;
  }
  return reach;
}

std::vector<double> depth_histogram(const Channels& channels, const punctures::Punctures& punctures,
                                    const numerics::Polygon& window, const std::vector<double>& edges) {
  std::vector<double> density(edges.size() < 2 ? 0 : edges.size() - 1);
  const double one = 1 / numerics::area(window);
  for (std::size_t i = 0; i < channels.all.size(); ++i) {
    const double depth = channels.all[i].depth;
    if (!punctures.all[i].in_window || !(depth > 0)) continue;
    const auto above = std::upper_bound(edges.begin(), edges.end(), depth) - edges.begin();
    if (above < 1 || above >= static_cast<std::ptrdiff_t>(edges.size())) continue;
    density[static_cast<std::size_t>(above - 1)] += one;
  }
  return density;
}

}  // namespace percuta::insertion
