#include "percuta/insertion/drives/drives.hpp"

#include "percuta/insertion/drives/wrap.hpp"
#include "percuta/insertion/needle_bed.hpp"

namespace percuta::insertion {
namespace {

Bed rolled_bed(const device::Device& device, const Places&, const skin::Skin&, const Ground& ground, double force) {
  return drum_bed(device, wrap_of(device.drum, ground, force));
}

Bed whole_bed(const device::Device& device, const Places& places, const skin::Skin&, const Ground&, double) {
  return pressed_bed(device, places, k_everywhere);
}

Bed pad_bed(const device::Device& device, const Places& places, const skin::Skin& skin, const Ground&, double) {
  return pressed_bed(device, places, pressed_radius(device, places, skin));
}

constexpr Drive k_rolled = {Frame::skin_between, false, rolled_bed, rolled, nullptr};
constexpr Drive k_glided = {Frame::undisturbed, true, whole_bed, glided, nullptr};
constexpr Drive k_placed = {Frame::skin_between, true, pad_bed, placed, struck};
constexpr Drive k_injected = {Frame::undisturbed, true, whole_bed, injected, nullptr};

}  // namespace

const Drive& drive_of(device::Manner manner) {
  switch (manner) {
    case device::Manner::roll:
      return k_rolled;
    case device::Manner::glide:
      return k_glided;
    case device::Manner::place:
      return k_placed;
    case device::Manner::inject:
      break;
  }
  return k_injected;
}

}  // namespace percuta::insertion
