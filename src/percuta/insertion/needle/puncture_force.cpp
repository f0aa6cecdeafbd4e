#include "percuta/insertion/needle/puncture_force.hpp"

#include <numbers>

namespace percuta::insertion {

double puncture_force(double tip_radius, const skin::Mechanics& mechanics) {
  return std::numbers::pi * tip_radius * (2 * mechanics.cutting_energy + tip_radius * mechanics.strength);
}

bool is_extrapolated(double tip_radius, const skin::Mechanics& mechanics) {
  const double diameter = 2 * tip_radius;
  return diameter < mechanics.tested_tip_min || (mechanics.tested_tip_max > 0 && diameter > mechanics.tested_tip_max);
}

}  // namespace percuta::insertion
