#pragma once

#include "percuta/insertion/insertion.hpp"
#include "percuta/insertion/layered_compliance.hpp"
#include "percuta/insertion/needle/needle_form.hpp"
#include "percuta/insertion/needle/stiffness_curve.hpp"

namespace percuta::insertion {

/// How the needles come.
struct Approach {
  Bed bed;
  double speed = 0;     ///< 0 = as slow as can be [m/s]
  double distance = 0;  ///< over which they load the skin, and the furthest that they go [m]
  Frame frame = Frame::skin_between;
};

/// How one needle is resisted. Its tip stands t = u + d below the surface of the frame: u the dimple, d the depth in
/// the skin.
///   dimple       F = u K(a),   a = r_tip + c u + e (d - min(d, taper) / 2),   K the layers' stiffness under a spot a
///   opening      the stratum corneum opens at f F_p; from there to F_p the depth grows with the force from 0 to z1
///   cutting on   F(d) = 2 k G r(d) + k pi r_tip^2 S + p pi r(d)^2 + tau (flank area to d): a crack as long as the
///                needle is wide is cut and wedged open
/// The dimple stays as long as the force does; the load of a needle that is in acts at depth.
/// Source  Shojaeifard2025 (deep dents), Roemgens2014 (F_p, z1), Shergold2004 (crack)
struct NeedleLaw {
  NeedleForm form;
  StiffnessCurve stiffness;
  double dent_spread = 0;       ///< c [1]
  double load_depth = 0;        ///< e [1]
  double puncture_force = 0;    ///< F_p of a typical tip and spot [N]
  double corneum_share = 1;     ///< f [1]
  double snap_depth = 0;        ///< z1 [m]
  double threshold_spread = 0;  ///< of ln F_p from strike to strike [1]
  double puncture_dimple = 0;   ///< under F_p [m]
  double puncture_contact = 0;  ///< radius of the spot at that moment [m]
  double crack_force = 0;       ///< 2 k G, per radius [N/m]
  double tip_force = 0;         ///< k pi r_tip^2 S [N]
  double opening_pressure = 0;  ///< p [Pa]
  double friction_stress = 0;   ///< tau [Pa]
  double near = 0, far = 0;     ///< compliance of the layers under the tip [m/N]
  Frame frame = Frame::skin_between;
};

NeedleLaw needle_law(const device::Needle& needle, const skin::Skin& skin, const Contact& contact,
                     const Approach& approach);

/// Radius of the spot that is pressed when the tip is `depth` deep under a dimple [m].
double pressed_spot(const NeedleLaw& law, double dimple, double depth);

/// Force that keeps a dimple `dimple` deep round a needle whose tip is `depth` below it [N].
double dimple_force(const NeedleLaw& law, double dimple, double depth);

/// The dimple that a force leaves round a needle whose tip is `depth` below it [m].
double dimple_under(const NeedleLaw& law, double force, double depth);

/// What resists a needle that cuts on at `depth` [N].
double resistance(const NeedleLaw& law, double depth);

}  // namespace percuta::insertion
