#include "percuta/punctures/punctures.hpp"

#include "percuta/punctures/head.hpp"
#include "percuta/punctures/roller.hpp"

namespace percuta::punctures {

Punctures land(const std::vector<strokes::Stroke>& strokes, const device::Device& device, const skin::Skin& skin,
               const Guidance& guidance, const Member& member, std::uint32_t /*session*/) {
  switch (device::manner_of(device.kind)) {
    case device::Manner::roll:
      return land_roller(strokes, device, skin, guidance, member);
    case device::Manner::glide:
      return land_piston(strokes, device, skin, guidance, member);
    case device::Manner::place:
    case device::Manner::inject:
      return land_placements(strokes, device, skin, guidance, member);
  }
  return {};
}

}  // namespace percuta::punctures
