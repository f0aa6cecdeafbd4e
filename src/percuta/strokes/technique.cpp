#include <fmt/format.h>

#include "percuta/base/error.hpp"
#include "percuta/strokes/strokes.hpp"

namespace percuta::strokes {
namespace {

void refuse(bool is_given, std::string_view key, std::string_view kind, std::string_view who) {
  if (!is_given) return;
  throw InputError(fmt::format("technique.{} does nothing with a device of the kind '{}'", key, kind),
                   fmt::format("it is for {}; leave it out here", who));
}

}  // namespace

void check(const Technique& technique, const device::Device& device) {
  const device::Manner manner = device::manner_of(device.kind);
  if (manner == device::Manner::inject) return;
  refuse(!technique.pattern.empty(), "pattern", device.kind, "injections");
  if (manner == device::Manner::place) return;
  const std::string_view who = "devices that are set down place by place";
  refuse(technique.spacing > 0, "spacing", device.kind, who);
  refuse(technique.angle > 0, "angle", device.kind, who);
  refuse(technique.depth > 0, "depth", device.kind, who);
}

}  // namespace percuta::strokes
