#pragma once

#include "percuta/device/device.hpp"
#include "percuta/insertion/layered_compliance.hpp"

namespace percuta::insertion {

/// How far soft skin wraps a drum that a hand presses on it, along the skin to either side [m]:
///   a^2 = R dent,   dent of a pad of area 2 a w under that force,   a <= 1.2 R
double wrap_of(const device::Drum& drum, const Ground& ground, double force);

}  // namespace percuta::insertion
