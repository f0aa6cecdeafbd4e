#include "percuta/insertion/drives/hand_share.hpp"

namespace percuta::insertion {
namespace {

constexpr double k_hertz_peak = 1.5;  // of a soft round body's pressure in its middle, over the mean

}  // namespace

HandShare hand_share(const device::Device& device, const Places& places, const skin::Skin& skin) {
  const double radius = pressed_radius(device, places, skin);
  HandShare share;
  share.bed = pressed_bed(device, places, radius);
  bool is_larger = false;
  for (const numerics::Point& p : places) {
    share.is_driven.push_back(p.x * p.x + p.y * p.y <= radius * radius);
    is_larger = is_larger || !share.is_driven.back();
  }
  const bool by_fingers = device.kind == "patch" && !(device.applicator.mass > 0);
  share.of_force = (is_larger && by_fingers ? k_hertz_peak : 1) / share.bed.needles;
  if (by_fingers) share.is_driven.assign(share.is_driven.size(), true);
  return share;
}

}  // namespace percuta::insertion
