#pragma once

#include "insertion/insertion_fixture.hpp"
#include "percuta/insertion/needle/needle_curve.hpp"

namespace percuta::tests {

inline constexpr double k_spring = 2 * 1.5e6 * 125e-6;  ///< of the cylinder below [N/m]

/// Skin that no needle pierces.
inline skin::Mechanics tough() {
  skin::Mechanics tough = mechanics();
  tough.cutting_energy = certain(1e9);
  return tough;
}

/// A cylinder as wide as the needle whose spot does not spread: a rigid flat punch, F = 2 M a t.
inline insertion::NeedleLaw spring_law() {
  device::Needle cylinder = roller().needle;
  cylinder.tip_radius = certain(1);  // kept at the base's radius
  insertion::Contact contact = tests::contact();
  contact.dent_spread = certain(0);
  return law_of(cylinder, tough(), contact);
}

/// Up to 1 mm.
inline insertion::NeedleCurve spring() {
  return {insertion::NeedleRest(spring_law(), {1}, 1e-3), 1e-3};
}

}  // namespace percuta::tests
