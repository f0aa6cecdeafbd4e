#include <fmt/format.h>

#include "percuta/base/error.hpp"
#include "percuta/strokes/strokes.hpp"

namespace percuta::strokes {
namespace {

/// Keys that the manner of the device does not know.
std::vector<Misfit> idle_keys(const Technique& technique, const device::Device& device) {
  std::vector<Misfit> found;
  const auto refuse = [&](bool is_given, std::string_view key, std::string_view who) {
    if (!is_given) return;
    found.push_back({fmt::format("technique.{}", key),
                     fmt::format("technique.{} does nothing with a device of the kind '{}'", key, device.kind),
                     fmt::format("it is for {}; leave it out here", who)});
  };
  const device::Manner manner = device::manner_of(device.kind);
  if (manner == device::Manner::inject) return found;
  refuse(!technique.pattern.empty(), "pattern", "injections");
  if (manner == device::Manner::place) return found;
  const std::string_view who = "devices that are set down place by place";
  refuse(technique.spacing > 0, "spacing", who);
  refuse(technique.angle > 0, "angle", who);
  refuse(technique.depth > 0, "depth", who);
  refuse(technique.hold > 0, "hold", who);
  return found;
}

std::string in_mm(double metres) {
  constexpr int k_mm_per_m = 1000;
  return fmt::format("{:.4g} mm", metres * k_mm_per_m);
}

}  // namespace

std::vector<Misfit> misfits(const Technique& technique, const device::Device& device) {
  std::vector<Misfit> found = idle_keys(technique, device);
  const Quantity& length = device.needle.length;
  if (found.empty() && technique.depth > 0 && technique.depth.low > length.high) {
    found.push_back(
        {"technique.depth",
         fmt::format("technique.depth is {}, and the needles are {} long", in_mm(technique.depth), in_mm(length)),
         "needles are set to their own length at most"});
  }
  return found;
}

void check(const Technique& technique, const device::Device& device) {
  Problems problems;
  for (Misfit& misfit : idle_keys(technique, device)) problems.add({std::move(misfit.message), std::move(misfit.hint)});
  problems.throw_if_any();
}

}  // namespace percuta::strokes
