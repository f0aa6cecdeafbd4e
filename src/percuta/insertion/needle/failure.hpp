#pragma once

#include <string>

#include "percuta/device/device.hpp"

namespace percuta::insertion {

/// What a needle bears.
struct Failure {
  double force = 0;  ///< on the tip, at which it fails first; 0 = material's strength is not known [N]
  std::string mode;  ///< "buckling", "yield", "shear", "unknown"
};

/// How the skin presses on it.
struct TipLoad {
  double contact_radius = 0;  ///< as far up as this the skin lies against the tip [m]
  double tilt = 0;            ///< off the normal [rad]
};

/// The least of
///   buckling   taper on a clamped base and shaft, 1 / P = 1 / P_taper + 1 / P_shaft (no more than the true load)
///   yield      at some height z:  N(z) cos(tilt) / A(z) + M(z) sin(tilt) r(z) / I(z) = yield stress, a fibre's first
///   shear      at some height z:  N(z) sin(tilt) / A(z) = shear stress
/// Skin presses evenly on the contact's projected area: N = F r^2 / a^2, M = N z / 2 below its edge at height z_a;
/// N = F, M = F (z - z_a / 2) above. A bore leaves only the wall where the needle is wider than it.
Failure failure_of(const device::Needle& needle, const device::Strength& strength, const TipLoad& load);

/// Failure force over the largest one borne [1]; k_undefined when either is not known. All that presses on a needle can
/// buckle it; its tip never bears more than it takes to pierce, the rest lies on the flank.
double force_margin(double failure_force, const std::string& mode, double largest, double puncture_force);

}  // namespace percuta::insertion
