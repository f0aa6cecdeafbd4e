#pragma once

#include "percuta/insertion/needle/needle_curve.hpp"

namespace percuta::insertion {

/// A moving mass that is stopped by needles alone.
struct Impact {
  double energy = 0;      ///< of the whole array [J]
  double needles = 1;     ///< that share it evenly
  double compliance = 0;  ///< of all that gives beside the needle's own way in, per force on one needle [m/N]
};

/// How far the needles are in when the energy is first spent: on cutting and dimple, and half f^2 compliance beside
/// [m].
double impact_protrusion(const NeedleCurve& curve, const Impact& impact);

}  // namespace percuta::insertion
