#pragma once

#include <vector>

#include "percuta/device/device.hpp"
#include "percuta/insertion/layered_compliance.hpp"
#include "percuta/skin/skin.hpp"

/// Which needles press together, and over what footprint.
namespace percuta::insertion {

/// Of a drum: the needles below the surface when it lies on the skin, on the patch that they roll over. Of a head: all
/// needles; the footprint is the disc with their mean squared distance from the middle.
Bed bed_of(const device::Device& device);

/// Radius within which a stamp, patch or RF head is pressed: the pad and as far as the body bends beyond it,
///   (D / k)^(1/4),   D = M h^3 / 12 of the body, k stiffness per area of needles and skin.
/// Infinite without a pad [m].
double pressed_radius(const device::Device& device, const skin::Skin& skin);

/// The bed under that pad alone.
Bed pressed_bed(const device::Device& device, double radius);

}  // namespace percuta::insertion
