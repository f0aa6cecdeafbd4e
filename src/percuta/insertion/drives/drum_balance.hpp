#pragma once

#include "percuta/device/device.hpp"
#include "percuta/insertion/drives/standoff_table.hpp"
#include "percuta/insertion/needle/needle_curve.hpp"

namespace percuta::insertion {

/// How far a rolling drum stays off the skin. The needles that are on their way in carry it:
///   F(standoff) = rows columns / (2 pi) * integral over the entering half of needle_force(t(angle)) d angle
///   t(angle) = (r + L) cos(angle) - r - standoff
/// averaged over where the needle lines stand. At standoff 0 the drum's own surface touches.
StandoffTable drum_balance(const device::Device& device, const NeedleCurve& curve);

}  // namespace percuta::insertion
