#pragma once

#include "closure/rates_fixture.hpp"
#include "device/roller_fixture.hpp"
#include "endpoints/treated_fixture.hpp"
#include "healing/rates_fixture.hpp"
#include "percuta/course/course.hpp"
#include "punctures/guidance_fixture.hpp"
#include "skin/skin_fixture.hpp"
#include "strokes/hand_fixture.hpp"

namespace percuta::tests {

/// Everything certain but the needles' tip.
inline course::Inputs inputs() {
  course::Inputs inputs;
  inputs.person = person();
  inputs.knowledge.skin = site();
  inputs.window_area = certain(10e-4);
  inputs.knowledge.mechanics = mechanics();
  inputs.knowledge.hand = human_hand();
  inputs.knowledge.guidance = no_guidance();
  inputs.knowledge.contact.dent_spread = certain(0.3);
  inputs.knowledge.contact.recoil = certain(0.7);
  inputs.knowledge.contact.open_depth = certain(50e-6);
  inputs.knowledge.contact.open_depth_per_width = certain(1.5);
  inputs.knowledge.contact.load_depth = certain(0.6);
  inputs.knowledge.closure = rates();
  inputs.knowledge.healing = healing_rates();
  inputs.knowledge.endpoints = shipped_maps();
  inputs.plan.interval = certain(28 * k_day);
  inputs.plan.horizon = certain(90 * k_day);
  inputs.sessions = {{roller(), technique(), {}, {}}};
  Quantity& tip = inputs.sessions[0].device.needle.tip_radius;
  tip.low = 3e-6;
  tip.high = 9e-6;
  tip.kind = Kind::assumed;
  return inputs;
}

}  // namespace percuta::tests
