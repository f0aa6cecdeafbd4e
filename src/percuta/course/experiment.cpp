#include "percuta/course/experiment.hpp"

#include "percuta/device/device.hpp"

namespace percuta::course {

bool is_pressed(const std::string& device_kind) {
  const device::Manner manner = device::manner_of(device_kind);
  return manner == device::Manner::place || manner == device::Manner::inject;
}

bool is_straight(const Experiment& experiment, const std::string& device_kind) {
  return experiment.is_wanted() && (!experiment.makes_holes() || is_pressed(device_kind));
}

bool Experiment::is_cell() const {
  return kind == k_franz_cell;
}

bool Experiment::makes_holes() const {
  return is_cell() ? holes == k_made_holes : !has_given_hole();
}

}  // namespace percuta::course
