#include "percuta/insertion/needle/needle_law.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "percuta/insertion/loading_rate.hpp"
#include "percuta/insertion/needle/puncture_force.hpp"

namespace percuta::insertion {
namespace {

constexpr int k_most_steps = 60;   // of Newton's method within a bracket; it takes three to six
constexpr double k_close = 1e-12;  // relative, of the force

/// How the layers give under it.
void set_compliance(NeedleLaw& law, const Ground& ground, const Approach& approach) {
  const Compliance compliance = layered_compliance(ground, law.form.tip_radius, approach.bed);
  law.near = compliance.near;
  law.far = compliance.far;
  law.frame = approach.frame;
  const double furthest = std::max(approach.distance, law.form.taper);
  const double widest = law.form.tip_radius + (law.dent_spread + law.load_depth) * furthest + law.form.base_radius;
  law.stiffness = StiffnessCurve(ground, approach.bed, approach.frame, law.form.tip_radius, widest);
}

/// What it takes to pierce, and to cut on.
void set_forces(NeedleLaw& law, const skin::Mechanics& mechanics, double speed) {
  const double tip = law.form.tip_radius;
  law.puncture_force = puncture_force(tip, speed, mechanics);
  law.corneum_share = mechanics.corneum_share;
  law.snap_depth = mechanics.snap_depth;
  law.threshold_spread = mechanics.threshold_spread;
  law.crack_force = 2 * mechanics.cutting_retained * mechanics.cutting_energy;
  law.tip_force = mechanics.cutting_retained * std::numbers::pi * tip * tip * mechanics.strength;
  law.opening_pressure = mechanics.opening_pressure;
  law.friction_stress = mechanics.friction_stress;
}

}  // namespace

NeedleLaw needle_law(const device::Needle& needle, const skin::Skin& skin, const Contact& contact,
                     const Approach& approach) {
  NeedleLaw law;
  law.form = needle_form(needle);
  law.dent_spread = contact.dent_spread;
  law.load_depth = contact.load_depth;
  set_compliance(law, ground_of(skin, loading_time(approach.distance, approach.speed)), approach);
  set_forces(law, skin.mechanics, approach.speed);
  law.puncture_dimple = dimple_under(law, law.puncture_force, 0);
  law.puncture_contact = std::min(law.form.base_radius, pressed_spot(law, law.puncture_dimple, 0));
  return law;
}

double pressed_spot(const NeedleLaw& law, double dimple, double depth) {
  const double middle = depth - 0.5 * std::min(depth, law.form.taper);  // of what the flank bears
  return law.form.tip_radius + law.dent_spread * dimple + law.load_depth * middle;
}

double dimple_force(const NeedleLaw& law, double dimple, double depth) {
  return dimple * law.stiffness.at(pressed_spot(law, dimple, depth));
}

double dimple_under(const NeedleLaw& law, double force, double depth) {
  if (!(force > 0)) return 0;
  double low = 0, high = force / law.stiffness.at(pressed_spot(law, 0, depth));  // the spot only widens
  double dimple = high;
  for (int i = 0; i < k_most_steps; ++i) {
    const double spot = pressed_spot(law, dimple, depth);
    const double stiffness = law.stiffness.at(spot);
    const double rise = stiffness + dimple * law.dent_spread * law.stiffness.slope(spot);
    const double excess = dimple * stiffness - force;
    if (std::abs(excess) <= k_close * force) break;
    (excess > 0 ? high : low) = dimple;
    double next = dimple - excess / rise;
    if (!(next > low && next < high)) next = 0.5 * (low + high);  // where the stiffness bends
    dimple = next;
  }
  return dimple;
}

double resistance(const NeedleLaw& law, double depth) {
  const double radius = radius_at(law.form, depth);
  return law.crack_force * radius + law.tip_force + law.opening_pressure * std::numbers::pi * radius * radius +
         law.friction_stress * flank_to(law.form, depth);
}

}  // namespace percuta::insertion
