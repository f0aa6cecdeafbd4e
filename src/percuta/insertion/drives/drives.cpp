#include "percuta/insertion/drives/drives.hpp"

#include "percuta/insertion/needle_bed.hpp"

namespace percuta::insertion {
namespace {

Bed whole_bed(const device::Device& device, const skin::Skin&) {
  return bed_of(device);
}

Bed pad_bed(const device::Device& device, const skin::Skin& skin) {
  return pressed_bed(device, pressed_radius(device, skin));
}

constexpr Drive k_rolled = {Frame::skin_between, false, whole_bed, rolled};
constexpr Drive k_glided = {Frame::undisturbed, true, whole_bed, glided};
constexpr Drive k_placed = {Frame::skin_between, true, pad_bed, placed};
constexpr Drive k_injected = {Frame::undisturbed, true, whole_bed, injected};

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
