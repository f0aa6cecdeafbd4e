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
  hand.angle = hand.skip = none;
  hand.speed_spread = hand.dwell = hand.lift = hand.change = none;
  hand.track_overlap = certain(0);
  return hand;
}

/// A hand that errs as a novice and not at all as an expert.
inline strokes::Hand human_hand() {
  strokes::Hand hand = perfect_hand();
  hand.heading.novice = certain(8 * k_degree);
  hand.placement.novice = certain(5e-3);
  hand.bow.novice = certain(0.04);
  hand.force_spread.novice = certain(0.4);
  hand.force_drift.novice = certain(0.3);
  hand.overshoot.novice = certain(8e-3);
  hand.angle.novice = certain(10 * k_degree);
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

/// Patterns of round numbers.
inline strokes::InjectionPatterns patterns() {
  const auto pattern = [](double spacing, double angle, double depth) {
    return strokes::InjectionPattern{certain(spacing), certain(angle * k_degree), certain(depth)};
  };
  return {pattern(3e-3, 45, 3e-3), pattern(10e-3, 20, 1.5e-3), pattern(25e-3, 90, 8e-3)};
}

/// Skin of which only outline, window and lines matter.
inline skin::Skin flat_skin(const numerics::Polygon& window) {
  skin::Skin skin;
  skin.window = window;
  skin.outline = numerics::scaled_to_area(window, 4 * numerics::area(window));
  return skin;
}

/// A needle on a syringe.
inline device::Device injector() {
  device::Device device;
  device.title = "Test injector";
  device.kind = "injector";
  device.setting = "clinic";
  device.needle.length = certain(4e-3);
  device.head.needles = 1;
  device.head.width = certain(0.4e-3);
  return device;
}

}  // namespace percuta::tests
