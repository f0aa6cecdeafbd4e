#pragma once

#include "percuta/skin/skin.hpp"

namespace percuta::tests {

inline constexpr double k_year = 31556926;  // [s]

/// Skin of round numbers: stratum corneum 20 um, epidermis 80 um, dermis 1 mm (men 1.5), fat 5 mm, on a square of 6 cm.
inline skin::SiteData site() {
  skin::SiteData data;
  data.title = "Test site";
  data.outline = {{0, 0}, {60e-3, 0}, {60e-3, 60e-3}, {0, 60e-3}};
  data.area = certain(36e-4);
  data.beneath = "bone";
  data.stratum_corneum = {certain(20e-6), certain(20e-6)};
  data.epidermis = {certain(80e-6), certain(90e-6)};
  data.dermis = {certain(1e-3), certain(1.5e-3)};
  data.fat = {certain(5e-3), certain(4e-3)};
  data.papillary_share = certain(0.2);
  data.dermis_change_per_decade = certain(-0.05);
  data.reference_age = certain(30 * k_year);
  return data;
}

inline skin::Mechanics mechanics() {
  skin::Mechanics mechanics;
  mechanics.corneum_modulus = certain(1.5e6);
  mechanics.epidermis_modulus = certain(1.5e6);
  mechanics.dermis_modulus = certain(1.5e6);
  mechanics.fat_modulus = certain(50e3);
  mechanics.muscle_modulus = certain(100e3);
  mechanics.bone_modulus = certain(10e9);
  mechanics.tension = certain(0);
  mechanics.relaxation_exponent = certain(0.15);
  mechanics.relaxation_from = certain(10e-6);
  mechanics.relaxation_until = certain(100);
  mechanics.density = certain(1100);
  mechanics.strength = certain(20e6);
  mechanics.cutting_energy = certain(1400);
  mechanics.cutting_rate_exponent = certain(0.3);
  mechanics.cutting_from = certain(1e-4);
  mechanics.cutting_until = certain(10);
  mechanics.corneum_share = certain(0.5);
  mechanics.snap_depth = certain(100e-6);
  mechanics.threshold_spread = certain(0);
  mechanics.cutting_retained = certain(0.3);
  mechanics.opening_pressure = certain(0.4e6);
  mechanics.friction_stress = certain(4500);
  mechanics.tested_tip_min = certain(5e-6);
  mechanics.tested_tip_max = certain(37e-6);
  return mechanics;
}

inline skin::Person person() {
  skin::Person person;
  person.age = certain(30 * k_year);
  person.sex = "female";
  person.phototype = 3;
  return person;
}

inline skin::Skin skin_of(double window_area = 10e-4) {
  return skin::build(site(), mechanics(), person(), window_area);
}

}  // namespace percuta::tests
