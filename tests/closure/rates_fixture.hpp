#pragma once

#include "percuta/closure/closure.hpp"
#include "skin/skin_fixture.hpp"

namespace percuta::tests {

inline constexpr double k_hour = 3600, k_minute = 60;  // [s]

/// Rates of round numbers: half in an hour in the open, in ten covered; nothing springs shut; 10 um/h after 2 h.
inline closure::Rates rates() {
  closure::Rates rates;
  rates.elastic_share = certain(0);
  rates.elastic_time = certain(10 * k_minute);
  rates.dry_half_life = certain(k_hour);
  rates.covered_half_life = certain(10 * k_hour);
  rates.dry_half_life_rat = certain(3 * k_hour);
  rates.slowing_open_share = certain(0.02);
  rates.age_per_decade = certain(0.1);
  rates.reference_age = certain(30 * k_year);
  rates.person_spread = certain(1);
  rates.closed_share = certain(0.125);
  rates.pore_lag = certain(2 * k_hour);
  rates.pore_speed = certain(10e-6 / k_hour);
  rates.lined_depth = certain(400e-6);
  rates.pore_covered_factor = certain(1.5);
  rates.coagulated_factor = certain(3);
  rates.soothed_factor = certain(2);
  return rates;
}

/// One hole alone, as deep as it is wide.
inline insertion::HolesLeft hole() {
  return {100e-6, 100e-6, 0};
}

inline closure::Care dry() {
  return {};
}

inline closure::Care covered() {
  return {0, 1000 * k_hour, 0};
}

}  // namespace percuta::tests
