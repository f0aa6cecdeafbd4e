#include "percuta/insertion/needle_law.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace percuta::insertion {
namespace {

/// F = 2 E (r_tip t + (tan(alpha) / pi) t^2) while the contact grows.
double growing_force(const NeedleLaw& law, double t) {
  return 2 * law.modulus * t * (law.tip_radius + law.slope / std::numbers::pi * t);
}

}  // namespace

NeedleLaw needle_law(const device::Needle& needle, const skin::Mechanics& mechanics, const Contact& contact) {
  NeedleLaw law;
  law.modulus = mechanics.indentation_modulus;
  law.base_radius = 0.5 * needle.diameter;
  law.tip_radius = std::min(needle.tip_radius.value, law.base_radius);
  law.taper = needle.taper_share * needle.length;
  law.slope = (law.base_radius - law.tip_radius) / law.taper;
  law.slant = std::sqrt(1 + law.slope * law.slope);
  const double to_grow = 0.5 * std::numbers::pi * (law.base_radius - law.tip_radius);
  law.full_contact = law.slope > 0 ? to_grow / law.slope : 0;
  law.puncture_force = mechanics.cutting_energy * std::numbers::pi * 2 * law.tip_radius;
  law.opening_pressure = mechanics.opening_pressure;
  law.friction_stress = mechanics.friction_stress;
  law.retained = contact.dimple_retained;
  return law;
}

double indentation_force(const NeedleLaw& law, double t) {
  const double growing = std::min(t, law.full_contact);
  return growing_force(law, growing) + 2 * law.modulus * law.base_radius * (t - growing);
}

double indentation_at(const NeedleLaw& law, double force) {
  const double at_full = growing_force(law, law.full_contact);
  if (force >= at_full) return law.full_contact + (force - at_full) / (2 * law.modulus * law.base_radius);
  const double q = force / (2 * law.modulus);
  const double root = std::sqrt(law.tip_radius * law.tip_radius + 4 * law.slope / std::numbers::pi * q);
  return 2 * q / (law.tip_radius + root);
}

double resistance(const NeedleLaw& law, double depth) {
  const double tapered = std::min(depth, law.taper);
  const double radius = law.tip_radius + law.slope * tapered;
  const double flank = (law.tip_radius + radius) * tapered * law.slant + 2 * law.base_radius * (depth - tapered);
  return law.puncture_force + std::numbers::pi * (law.opening_pressure * radius * radius + law.friction_stress * flank);
}

}  // namespace percuta::insertion
