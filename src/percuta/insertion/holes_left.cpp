#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

#include "percuta/insertion/insertion.hpp"
#include "percuta/numerics/geometry/polygon.hpp"

namespace percuta::insertion {
namespace {

constexpr std::int32_t k_none = -1;

/// The deepest strike of each hole of the window that stays open, as its number; k_none of a hole without one.
std::vector<std::int32_t> deepest_strikes(const Channels& channels, const punctures::Punctures& punctures) {
  std::vector<std::int32_t> deepest(static_cast<std::size_t>(punctures.holes), k_none);
  for (std::size_t i = 0; i < channels.all.size(); ++i) {
    const Channel& channel = channels.all[i];
    if (!punctures.all[i].in_window || !(channel.width > 0 && channel.residual_depth > 0)) continue;
    const auto at = static_cast<std::size_t>(punctures.all[i].hole);
    if (at >= deepest.size()) deepest.resize(at + 1, k_none);
    std::int32_t& best = deepest[at];
    if (best == k_none || channel.residual_depth > channels.all[static_cast<std::size_t>(best)].residual_depth) {
      best = static_cast<std::int32_t>(i);
    }
  }
  return deepest;
}

}  // namespace

std::vector<OpenHole> open_holes(const Channels& channels, const punctures::Punctures& punctures) {
  std::vector<OpenHole> holes;
  for (const std::int32_t strike : deepest_strikes(channels, punctures)) {
    if (strike == k_none) continue;
    const auto at = static_cast<std::size_t>(strike);
    const Channel& channel = channels.all[at];
    holes.push_back({punctures.all[at].x, punctures.all[at].y, channel.width, channel.residual_depth});
  }
  return holes;
}

HolesLeft holes_left(const Channels& channels, const punctures::Punctures& punctures, const skin::Skin& skin) {
  HolesLeft holes;
  double count = 0;
  for (const std::int32_t strike : deepest_strikes(channels, punctures)) {
    if (strike == k_none) continue;
    const Channel& channel = channels.all[static_cast<std::size_t>(strike)];
    holes.width += channel.width;
    holes.depth += channel.residual_depth;
    count += 1;
  }
  if (count == 0) return {};
  holes.width /= count;
  holes.depth /= count;
  holes.density = count / numerics::area(skin.window);
  return holes;
}

double open_share(const HolesLeft& holes) {
  return -std::expm1(-holes.density * std::numbers::pi * holes.width * holes.width / 4);
}

double leak(const HolesLeft& holes, const skin::Skin& skin) {
  if (!(holes.width > 0)) return 0;
  const double radius = 0.5 * holes.width;
  const skin::Layer* layer = skin.find_layer("stratum_corneum");
  const double corneum = layer != nullptr ? layer->thickness() : holes.depth;  // of what has no such layer, the hole
  return holes.density / (corneum / (std::numbers::pi * radius * radius) + 1 / (4 * radius));
}

}  // namespace percuta::insertion
