#pragma once

#include <numbers>

#include "percuta/strokes/strokes.hpp"

namespace percuta::tests {

inline constexpr double k_degree = std::numbers::pi / 180;

/// A hand without any error.
inline strokes::Hand perfect_hand() {
  const strokes::HandError none{certain(0), certain(0)};
  strokes::Hand hand;
  hand.heading = hand.placement = hand.bow = hand.force_spread = hand.force_drift = hand.overshoot = none;
  hand.track_overlap = certain(0);
  return hand;
}

/// A hand that errs as a novice and not at all as an expert.
inline strokes::Hand human_hand() {
  strokes::Hand hand = perfect_hand();
  hand.heading.novice = certain(8 * k_degree);
  hand.placement.novice = certain(0.25);
  hand.bow.novice = certain(0.04);
  hand.force_spread.novice = certain(0.4);
  hand.force_drift.novice = certain(0.3);
  hand.overshoot.novice = certain(8e-3);
  return hand;
}

inline strokes::Technique technique() {
  strokes::Technique technique;
  technique.directions = {certain(0), certain(90 * k_degree)};
  technique.passes = 2;
  technique.speed = certain(0.05);
  technique.force = certain(2);
  technique.skill = certain(0);
  return technique;
}

}  // namespace percuta::tests
