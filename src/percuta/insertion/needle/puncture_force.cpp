#include "percuta/insertion/needle/puncture_force.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace percuta::insertion {
namespace {

constexpr double k_reference_speed = 1e-3;  // [m/s], at which the cutting energy is given

}  // namespace

double cutting_energy(const skin::Mechanics& mechanics, double speed) {
  const double held = std::clamp<double>(speed, mechanics.cutting_from, mechanics.cutting_until);
  return mechanics.cutting_energy * std::pow(held / k_reference_speed, -mechanics.cutting_rate_exponent);
}

double puncture_force(double tip_radius, double speed, const skin::Mechanics& mechanics) {
  const double energy = cutting_energy(mechanics, speed);
  return std::numbers::pi * tip_radius * (2 * energy + tip_radius * mechanics.strength);
}

bool is_extrapolated(double tip_radius, const skin::Mechanics& mechanics) {
  const double diameter = 2 * tip_radius;
  return diameter < mechanics.tested_tip_min || (mechanics.tested_tip_max > 0 && diameter > mechanics.tested_tip_max);
}

}  // namespace percuta::insertion
