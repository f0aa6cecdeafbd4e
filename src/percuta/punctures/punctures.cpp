#include "percuta/punctures/punctures.hpp"

#include "percuta/base/error.hpp"
#include "percuta/punctures/roller.hpp"

namespace percuta::punctures {

Punctures land(const std::vector<strokes::Stroke>& strokes, const device::Device& device, const skin::Skin& skin,
               const Guidance& guidance, const Member& member, std::uint32_t session) {
  if (device.kind == "roller") return land_roller(strokes, device, skin, guidance, member, session);
  throw InputError("devices of the kind '" + device.kind + "' cannot be run yet",
                   "choose a device of the kind 'roller'");
}

}  // namespace percuta::punctures
