#pragma once

#include "percuta/device/device.hpp"
#include "percuta/insertion/layered_compliance.hpp"

namespace percuta::insertion {

/// How far the body behind one needle is squeezed: thickness / (modulus * area per needle); 0 of a rigid one [m/N].
double backing_compliance(const device::Applicator& applicator, const Bed& bed);

}  // namespace percuta::insertion
