#include "percuta/course/needles_in.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace percuta::course {
namespace {

constexpr int k_radii = 64;  // of a needle's outline

transport::NeedleShape shape_of(const device::Needle& needle) {
  transport::NeedleShape shape;
  shape.length = needle.length;
  for (int n = 0; n <= k_radii; ++n) {
    shape.radii.push_back(device::radius_at(needle, needle.length * n / static_cast<double>(k_radii)));
  }
  return shape;
}

}  // namespace

transport::NeedleLoad needle_load(const SessionInputs& own, const device::Device& device,
                                  const punctures::Punctures& punctures) {
  transport::NeedleLoad load;
  if (own.product.way != Way::in_needles) return load;
  load.release = transport::release_of(device.needle.release);
  load.shape = shape_of(device.needle);
  load.coating = device.needle.coating;
  load.worn = own.cover;
  load.needles = static_cast<double>(std::count_if(punctures.all.begin(), punctures.all.end(),
                                                   [](const punctures::Puncture& one) { return one.in_window; }));
  return load;
}

std::vector<transport::Hole> filled_holes(const Session& session, const transport::NeedleLoad& load) {
  std::vector<transport::Hole> holes;
  for (std::size_t n = 0; n < session.channels.all.size(); ++n) {
    const punctures::Puncture& puncture = session.punctures.all[n];
    const double depth = std::min<double>(session.channels.all[n].depth, load.shape.length);
    if (!puncture.in_window || !(depth > 0)) continue;
    const double volume = transport::volume_between(load.shape, 0, depth);
    holes.push_back({puncture.x, puncture.y, std::sqrt(volume / (std::numbers::pi * depth)), depth});
  }
  return holes;
}

transport::InjectionLoad injection_load(const SessionInputs& own, const device::Device& device,
                                        const Session& session) {
  transport::InjectionLoad load;
  if (own.product.way != Way::injected) return load;
  load.volume = own.product.volume;
  load.duration = own.technique.hold;
  load.bore = 0.5 * device.needle.bore;
  load.points = static_cast<double>(injected_points(session, load).size());
  return load;
}

std::vector<transport::Hole> injected_points(const Session& session, const transport::InjectionLoad& load) {
  std::vector<transport::Hole> points;
  for (std::size_t n = 0; n < session.channels.all.size(); ++n) {
    const punctures::Puncture& puncture = session.punctures.all[n];
    const double depth = session.channels.all[n].depth;
    if (puncture.in_window && depth > 0) points.push_back({puncture.x, puncture.y, load.bore, depth});
  }
  return points;
}

double held_open(const Session& session, const transport::NeedleLoad& load, const skin::Skin& skin,
                 const transport::Rates& rates) {
  const std::vector<transport::Hole> holes = filled_holes(session, load);
  if (!load.is_wanted() || holes.empty()) return 0;
  double depth = 0;
  for (const transport::Hole& hole : holes) depth += hole.depth;
  const auto count = static_cast<double>(holes.size());
  return transport::held_open(load, {depth / count, numerics::area(skin.window) / count}, rates);
}

}  // namespace percuta::course
