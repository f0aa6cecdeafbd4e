#pragma once

#include <vector>

#include "percuta/device/device.hpp"
#include "percuta/insertion/layered_compliance.hpp"
#include "percuta/skin/skin.hpp"

/// Which needles press together, and over what footprint.
namespace percuta::insertion {

/// Where a head's needles stand, as `device::layout` says: made once, asked often.
using Places = std::vector<numerics::Point>;

/// Of a drum: the needles in the skin that wraps it over +-`wrap` [m], and those below the surface beyond, on the patch
/// that they roll over.
Bed drum_bed(const device::Device& device, double wrap);

/// Radius within which a stamp, patch or RF head is pressed: the pad and as far as the body bends beyond it,
///   (D / k)^(1/4),   D = M h^3 / 12 of the body, k stiffness per area of needles and skin.
/// Infinite without a pad [m].
double pressed_radius(const device::Device& device, const Places& places, const skin::Skin& skin);

/// The needles of a head within `radius` [m] of its middle; the footprint is the disc with their mean squared distance
/// from it.
Bed pressed_bed(const device::Device& device, const Places& places, double radius);

}  // namespace percuta::insertion
