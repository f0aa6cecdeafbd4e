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

/// Over the strikes of the window, added up.
struct Sums {
  double strikes = 0, pierced = 0, depth = 0, force = 0, epidermis = 0, dermis = 0, fat = 0;
  double residual_depth = 0, width = 0, vessels = 0, bleeding = 0;
};

void add(Sums& sums, const Channel& channel, const Faces& faces, double vessels) {
  sums.strikes += 1;
  sums.pierced += channel.depth > 0 ? 1 : 0;
  sums.depth += channel.depth;
  sums.force += channel.force;
  sums.epidermis += channel.depth > faces.epidermis ? 1 : 0;
  sums.dermis += channel.depth > faces.dermis ? 1 : 0;
  sums.fat += channel.depth > faces.fat ? 1 : 0;
  sums.residual_depth += channel.residual_depth;
  sums.width += channel.width;
  sums.vessels += vessels;
  sums.bleeding -= std::expm1(-vessels);
}

Reach means_of(const Sums& sums) {
  Reach reach;
  reach.depth_in_place = share_of(sums.depth, sums.strikes);
  reach.pierced_share = share_of(sums.pierced, sums.strikes);
  reach.force_per_needle = share_of(sums.force, sums.strikes);
  reach.reach_epidermis = share_of(sums.epidermis, sums.strikes);
  reach.reach_dermis = share_of(sums.dermis, sums.strikes);
  reach.reach_fat = share_of(sums.fat, sums.strikes);
  reach.residual_depth = share_of(sums.residual_depth, sums.pierced);
  reach.channel_width = share_of(sums.width, sums.pierced);
  reach.capillary_strikes = share_of(sums.vessels, sums.strikes);
  reach.bleeding_share = share_of(sums.bleeding, sums.strikes);
  return reach;
}

}  // namespace

Reach reach(const Channels& channels, const punctures::Punctures& punctures, const device::Device& device,
            const skin::Skin& skin, const Contact& contact) {
  const Faces faces{skin.top_of("viable_epidermis"), skin.top_of("papillary_dermis"), skin.top_of("fat")};
  const VesselHits vessel_hits(needle_form(device.needle), skin, contact);
  Sums sums;
  double largest = 0;
  for (std::size_t i = 0; i < channels.all.size(); ++i) {
    if (!punctures.all[i].in_window) continue;
    const Channel& channel = channels.all[i];
    largest = std::max(largest, channel.force);
    add(sums, channel, faces, vessel_hits(channel.depth));
  }
  Reach reach = means_of(sums);
  if (sums.strikes == 0) return reach;
  reach.force_margin = force_margin(channels.failure_force, channels.failure, largest, channels.tip_force);
  reach.dermis_force = channels.dermis_force;
  reach.skin_energy_share = share_of(channels.skin_energy, channels.skin_energy + channels.backing_energy);
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
