#include <algorithm>
#include <cmath>

#include "percuta/insertion/insertion.hpp"
#include "percuta/insertion/needle/failure.hpp"
#include "percuta/insertion/vessels.hpp"

namespace percuta::insertion {
namespace {

/// Depths of the upper faces that count [m].
struct Faces {
  double epidermis = 0, dermis = 0, fat = 0;
};

struct Count {
  double strikes = 0, pierced = 0;
};

void add(Reach& sum, Count& count, const Channel& channel, const Faces& faces, double vessels) {
  count.strikes += 1;
  count.pierced += channel.depth > 0 ? 1 : 0;
  sum.depth_in_place += channel.depth;
  sum.force_per_needle += channel.force;
  sum.reach_epidermis += channel.depth > faces.epidermis ? 1 : 0;
  sum.reach_dermis += channel.depth > faces.dermis ? 1 : 0;
  sum.reach_fat += channel.depth > faces.fat ? 1 : 0;
  sum.residual_depth += channel.residual_depth;
  sum.channel_width += channel.width;
  sum.capillary_strikes += vessels;
  sum.bleeding_share -= std::expm1(-vessels);
}

void divide(Reach& sum, const Count& count) {
  sum.pierced_share = count.pierced / count.strikes;
  for (double* over_strikes : {&sum.depth_in_place, &sum.force_per_needle, &sum.reach_epidermis, &sum.reach_dermis,
                               &sum.reach_fat, &sum.capillary_strikes, &sum.bleeding_share}) {
    *over_strikes /= count.strikes;
  }
  if (!(count.pierced > 0)) return;
  sum.residual_depth /= count.pierced;
  sum.channel_width /= count.pierced;
}

}  // namespace

Reach reach(const Channels& channels, const punctures::Punctures& punctures, const device::Device& device,
            const skin::Skin& skin, const Contact& contact) {
  const Faces faces{skin.top_of("viable_epidermis"), skin.top_of("papillary_dermis"), skin.top_of("fat")};
  const VesselHits vessel_hits(needle_form(device.needle), skin, contact);
  Reach reach;
  Count count;
  double largest = 0;
  for (std::size_t i = 0; i < channels.all.size(); ++i) {
    if (!punctures.all[i].in_window) continue;
    const Channel& channel = channels.all[i];
    largest = std::max(largest, channel.force);
    add(reach, count, channel, faces, vessel_hits(channel.depth));
  }
  if (count.strikes == 0) return reach;
  divide(reach, count);
  reach.force_margin = force_margin(channels.failure_force, channels.failure, largest, channels.puncture_force);
  const double energy = channels.skin_energy + channels.backing_energy;
  if (energy > 0) reach.skin_energy_share = channels.skin_energy / energy;
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
