#include "percuta/insertion/needle/needle_law.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "percuta/insertion/loading_rate.hpp"
#include "percuta/insertion/needle/puncture_force.hpp"

namespace percuta::insertion {
namespace {

/// F = 2 M (r_tip s + (slope / pi) s^2) while the contact grows.
double growing_force(const NeedleLaw& law, double s) {
  return 2 * law.modulus * s * (law.form.tip_radius + law.slope / std::numbers::pi * s);
}

/// The positive root of  linear s + square s^2 = value.
double rising_root(double linear, double square, double value) {
  return 2 * value / (linear + std::sqrt(linear * linear + 4 * square * value));
}

/// How the surface and the layers below it give.
void set_compliance(NeedleLaw& law, const Ground& ground, const Approach& approach) {
  law.modulus = ground.media.front().modulus;
  const Compliance compliance = layered_compliance(ground, law.form.tip_radius, approach.bed);
  law.near = compliance.near;
  law.far = compliance.far;
  law.frame = approach.frame;
  const double seen = law.near + (law.frame == Frame::undisturbed ? law.far : 0);
  law.deeper = std::max(0.0, seen - 1 / (2 * law.modulus * law.form.tip_radius));
}

}  // namespace

NeedleLaw needle_law(const device::Needle& needle, const skin::Skin& skin, const Contact& contact,
                     const Approach& approach) {
  NeedleLaw law;
  law.form = needle_form(needle);
  const double growth = law.form.base_radius - law.form.tip_radius;
  law.slope = law.form.taper > 0 ? growth / law.form.taper : 0;
  law.full_contact = law.slope > 0 ? 0.5 * std::numbers::pi * growth / law.slope : 0;
  set_compliance(law, ground_of(skin, loading_time(approach.distance, approach.speed)), approach);
  law.puncture_force = puncture_force(law.form.tip_radius, skin.mechanics);
  law.puncture_dimple = indentation_at(law, law.puncture_force);
  const double surface = std::min(law.full_contact, law.puncture_dimple - law.deeper * law.puncture_force);
  law.puncture_contact = law.form.tip_radius + 2 / std::numbers::pi * surface * law.slope;
  law.cutting_force = contact.cutting_retained * law.puncture_force;
  law.opening_pressure = skin.mechanics.opening_pressure;
  law.friction_stress = skin.mechanics.friction_stress;
  law.retained = contact.dimple_retained;
  return law;
}

double indentation_force(const NeedleLaw& law, double t) {
  const double softness = 2 * law.modulus * law.deeper;
  const double at_full = law.full_contact + law.deeper * growing_force(law, law.full_contact);
  if (t <= at_full) {
    const double linear = 1 + softness * law.form.tip_radius;
    return growing_force(law, rising_root(linear, softness * law.slope / std::numbers::pi, t));
  }
  const double beyond = (t - at_full) / (1 + softness * law.form.base_radius);
  return growing_force(law, law.full_contact) + 2 * law.modulus * law.form.base_radius * beyond;
}

double indentation_at(const NeedleLaw& law, double force) {
  const double at_full = growing_force(law, law.full_contact);
  if (force >= at_full) {
    const double beyond = (force - at_full) / (2 * law.modulus * law.form.base_radius);
    return law.full_contact + beyond + law.deeper * force;
  }
  return rising_root(law.form.tip_radius, law.slope / std::numbers::pi, force / (2 * law.modulus)) + law.deeper * force;
}

double resistance(const NeedleLaw& law, double depth) {
  const double radius = radius_at(law.form, depth);
  return law.cutting_force + law.opening_pressure * std::numbers::pi * radius * radius +
         law.friction_stress * flank_to(law.form, depth);
}

}  // namespace percuta::insertion
