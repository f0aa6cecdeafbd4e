#pragma once

#include "percuta/insertion/layered_compliance.hpp"
#include "percuta/skin/skin.hpp"

/// What speed does to skin: it stiffens, and what a shear wave cannot reach in time does not give at all.
///   M(t) = M_slow (1 + (1 / relaxed_share - 1) w),   w = (1 - exp(-s)) / s,   s = t / relaxation_time
/// the modulus that a standard linear solid shows after it was loaded evenly for a time t.
namespace percuta::insertion {

/// How long a needle takes over `distance`; without end at speed 0 [s].
double loading_time(double distance, double speed);

/// Modulus after loading for `time` over the slow one: 1 (slow) .. 1 / relaxed_share (at once).
double stiffening(const skin::Mechanics& mechanics, double time);

/// The skin as it gives when loaded for `time`.
Ground ground_of(const skin::Skin& skin, double time);

}  // namespace percuta::insertion
