#pragma once

#include "percuta/device/device.hpp"
#include "percuta/insertion/insertion.hpp"
#include "percuta/skin/skin.hpp"

namespace percuta::insertion {

/// How one needle is resisted, as plain numbers for the kernel.
///   before puncture    contact radius a(t) = min(r_tip + (2/pi) t tan(alpha), r_base),   dF/dt = 2 E a
///   puncture           F = G pi 2 r_tip
///   after, depth d     F_r(d) = G pi 2 r_tip + p pi r(d)^2 + tau (flank area to d),  t = d + retained * dimple(F_r)
/// t: protrusion below the undisturbed surface.
struct NeedleLaw {
  double modulus = 0;           ///< E [Pa]
  double tip_radius = 0;        ///< [m]
  double base_radius = 0;       ///< [m]
  double slope = 0;             ///< tan(alpha) of the taper [1]
  double taper = 0;             ///< length of the taper [m]
  double slant = 0;             ///< flank length over axial length in the taper [1]
  double full_contact = 0;      ///< protrusion from which the contact is as wide as the base [m]
  double puncture_force = 0;    ///< [N]
  double opening_pressure = 0;  ///< [Pa]
  double friction_stress = 0;   ///< [Pa]
  double retained = 0;          ///< [1]
};

NeedleLaw needle_law(const device::Needle& needle, const skin::Mechanics& mechanics, const Contact& contact);

/// Force on a needle that indents the skin by `t` without piercing it [N].
double indentation_force(const NeedleLaw& law, double t);

/// The indentation at which that force is reached [m].
double indentation_at(const NeedleLaw& law, double force);

/// What resists a needle that stands `depth` deep in the skin [N].
double resistance(const NeedleLaw& law, double depth);

}  // namespace percuta::insertion
