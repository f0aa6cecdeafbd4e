#include "percuta/insertion/loading_rate.hpp"

#include <algorithm>
#include <cmath>

namespace percuta::insertion {
namespace {

constexpr double k_reference_time = 1;  // [s], at which the moduli are given

/// How deep a shear wave comes in `time`, at sqrt(M / (3 density)): skin keeps its volume, so G = E / 3.
double wave_depth(const std::vector<Medium>& media, double density, double time) {
  double depth = 0, left = time;
  for (const Medium& medium : media) {
    const double speed = std::sqrt(medium.modulus / (3 * density));
    if (!(left * speed > medium.thickness)) return depth + left * speed;
    depth += medium.thickness;
    left -= medium.thickness / speed;
  }
  return depth;
}

}  // namespace

double loading_time(double distance, double speed) {
  return speed > 0 ? distance / speed : k_everywhere;
}

double stiffening(const skin::Mechanics& mechanics, double time) {
  const double held = std::clamp<double>(time, mechanics.relaxation_from, mechanics.relaxation_until);
  return std::pow(held / k_reference_time, -mechanics.relaxation_exponent);
}

Ground ground_of(const skin::Skin& skin, double time) {
  const double factor = stiffening(skin.mechanics, time);
  Ground ground;
  for (const skin::Layer& layer : skin.layers) ground.media.push_back({factor * layer.modulus, layer.thickness()});
  ground.media.push_back({factor * skin.beneath_modulus, k_everywhere});
  ground.tension = skin.mechanics.tension;
  ground.yielding_depth = wave_depth(ground.media, skin.mechanics.density, time);
  return ground;
}

double impedance_of(const Ground& ground, double density) {
  double softest = k_everywhere;
  for (const Medium& medium : ground.media) softest = std::min(softest, medium.modulus);
  return std::sqrt(softest * density / 3);
}

}  // namespace percuta::insertion
