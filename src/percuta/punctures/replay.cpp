#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "percuta/base/error.hpp"
#include "percuta/punctures/holes.hpp"
#include "percuta/punctures/roller.hpp"

namespace percuta::punctures {
namespace {

Puncture puncture_of(const Landing& landing, double device_length) {
  Puncture puncture;
  puncture.x = landing.x;
  puncture.y = landing.y;
  puncture.force = landing.force;
  puncture.length = landing.length > 0 ? landing.length : device_length;
  puncture.tilt = static_cast<float>(landing.tilt);
  puncture.speed = static_cast<float>(landing.speed);
  puncture.stroke = landing.stroke;
  puncture.needle = landing.needle;
  return puncture;
}

/// Holes as the landings name them. Those beyond the site's outline are left out of the count.
void strike_as_told(const std::vector<Landing>& landings, double device_length, Holes& holes) {
  std::vector<std::int32_t> kept;  // our number of each hole that was named
  for (std::size_t i = 0; i < landings.size(); ++i) {
    const Landing& landing = landings[i];
    const auto next = static_cast<std::int32_t>(kept.size());
    if (landing.hole > next) {
      throw InputError(
          fmt::format("puncture {} is in hole {}, but there are only {} holes before it", i + 1, landing.hole, next),
          "count the holes 0, 1, 2, ... in the order in which they are made");
    }
    if (landing.hole == next) kept.push_back(numerics::CellList::k_none);
    std::int32_t& ours = kept[static_cast<std::size_t>(landing.hole)];
    Puncture puncture = puncture_of(landing, device_length);
    puncture.hole = ours == numerics::CellList::k_none ? holes.count() : ours;
    if (holes.strike_as_told(puncture)) ours = puncture.hole;
  }
}

}  // namespace

Punctures replay(const std::vector<Landing>& landings, const device::Device& device, const skin::Skin& skin,
                 const Guidance& guidance) {
  Holes holes(skin, guidance, static_cast<double>(landings.size()));
  const auto told = std::count_if(landings.begin(), landings.end(), [](const Landing& l) { return l.hole >= 0; });
  if (told > 0 && told < std::ssize(landings)) {
    throw InputError("some punctures name their hole and others do not", "give the hole of each, or of none");
  }
  if (told > 0) {
    strike_as_told(landings, device.needle.length, holes);
  } else {
    for (const Landing& landing : landings) holes.strike(puncture_of(landing, device.needle.length));
  }
  Punctures punctures = holes.take();
  if (device::manner_of(device.kind) == device::Manner::roll) tell_kinematics(device, guidance, punctures);
  return punctures;
}

}  // namespace percuta::punctures
