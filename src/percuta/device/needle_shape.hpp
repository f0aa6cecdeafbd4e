#pragma once

#include "percuta/device/device.hpp"

namespace percuta::device {

/// Throws InputError when a measured profile has a single point, heights that do not rise, or a radius of 0.
void check_profile(const Needle& needle);

}  // namespace percuta::device
