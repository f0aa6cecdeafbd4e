#include "percuta/strokes/hand_chance.hpp"

#include <cmath>

namespace percuta::strokes {

HandErrors errors_of(const Hand& hand, double skill) {
  const auto at = [skill](const HandError& error) { return error.novice + (error.expert - error.novice) * skill; };
  return {.heading = at(hand.heading),
          .placement = at(hand.placement),
          .bow = at(hand.bow),
          .force_spread = at(hand.force_spread),
          .force_drift = at(hand.force_drift),
          .overshoot = at(hand.overshoot),
          .angle = at(hand.angle),
          .skip = at(hand.skip),
          .speed_spread = at(hand.speed_spread),
          .dwell = at(hand.dwell),
          .lift = at(hand.lift),
          .change = at(hand.change)};
}

Stream HandChance::stream(std::string_view purpose) const {
  StreamKey key = key_;
  key.purpose = purpose;
  return Stream(key);
}

double HandChance::exponential(std::string_view purpose) const {
  return -std::log(uniform(purpose));
}

double HandChance::log_normal_factor(std::string_view purpose, double variation) const {
  const double variance = std::log1p(variation * variation);
  return std::exp(std::sqrt(variance) * normal(purpose) - 0.5 * variance);
}

}  // namespace percuta::strokes
