#include "percuta/course/experiment.hpp"

#include "percuta/device/device.hpp"

namespace percuta::course {

bool is_pressed(const std::string& device_kind) {
  const device::Manner manner = device::manner_of(device_kind);
  return manner == device::Manner::place || manner == device::Manner::inject;
}

bool is_straight(const Experiment& experiment, const std::string& device_kind) {
  return experiment.is_wanted() && (experiment.has_given_hole() || is_pressed(device_kind));
}

}  // namespace percuta::course
