#pragma once

#include "percuta/insertion/insertion.hpp"
#include "percuta/insertion/layered_compliance.hpp"
#include "percuta/insertion/needle/needle_form.hpp"

namespace percuta::insertion {

/// Against what a needle's sinking is counted.
enum class Frame {
  skin_between,  ///< the skin between the needles, which a device driven by force follows down
  undisturbed,   ///< the skin at rest, where a device driven to a position stays
};

/// How the needles come.
struct Approach {
  Bed bed;
  double speed = 0;     ///< 0 = as slow as can be [m/s]
  double distance = 0;  ///< over which they load the skin [m]
  Frame frame = Frame::skin_between;
};

/// How one needle is resisted, as plain numbers for the kernel.
///   before puncture   s below its surroundings: contact radius a(s) = min(r_tip + (2/pi) s slope, r_base),
///                     dF/ds = 2 M a;   layers below give `deeper` F more:   dimple(F) = s(F) + deeper F
///   puncture          F = puncture_force
///   after, depth d    F_r(d) = cutting_force + p pi r(d)^2 + tau (flank area to d),  t = d + retained dimple(F_r)
/// t: protrusion below the surface of the frame.
struct NeedleLaw {
  NeedleForm form;
  double modulus = 0;           ///< M of the uppermost layer at this speed [Pa]
  double slope = 0;             ///< of the taper as a whole [1]
  double full_contact = 0;      ///< s from which the contact is as wide as the base [m]
  double deeper = 0;            ///< [m/N]
  double puncture_force = 0;    ///< [N]
  double puncture_dimple = 0;   ///< [m]
  double puncture_contact = 0;  ///< contact radius at that moment [m]
  double cutting_force = 0;     ///< of the tip once it is through [N]
  double opening_pressure = 0;  ///< [Pa]
  double friction_stress = 0;   ///< [Pa]
  double retained = 0;          ///< [1]
  double near = 0, far = 0;     ///< compliance of the layers under the tip [m/N]
  Frame frame = Frame::skin_between;
};

NeedleLaw needle_law(const device::Needle& needle, const skin::Skin& skin, const Contact& contact,
                     const Approach& approach);

/// Force on a needle that indents the skin by `t` without piercing it [N].
double indentation_force(const NeedleLaw& law, double t);

/// The indentation at which that force is reached [m].
double indentation_at(const NeedleLaw& law, double force);

/// What resists a needle that stands `depth` deep in the skin [N].
double resistance(const NeedleLaw& law, double depth);

}  // namespace percuta::insertion
