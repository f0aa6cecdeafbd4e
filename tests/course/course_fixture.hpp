#pragma once

#include "closure/rates_fixture.hpp"
#include "device/roller_fixture.hpp"
#include "endpoints/treated_fixture.hpp"
#include "healing/rates_fixture.hpp"
#include "percuta/course/course.hpp"
#include "punctures/guidance_fixture.hpp"
#include "skin/skin_fixture.hpp"
#include "strokes/hand_fixture.hpp"
#include "transport/transport_fixture.hpp"

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
  inputs.knowledge.transport = transport_rates();
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

/// 15 percent of ascorbic acid in water, 2 mg/cm2 of it, two minutes after the last puncture of each session.
inline course::Inputs with_product(course::Inputs inputs) {
  transport::Composition serum;
  serum.vehicle.water = certain(0.7);
  serum.vehicle.oil = certain(0.005);
  serum.vehicle.ph = certain(3.2);
  serum.vehicle.evaporation = certain(100e-3 / 3600);
  serum.vehicle.partition = certain(1);
  serum.active = {{"ascorbic-acid", "stated", certain(0.15)}};
  for (course::SessionInputs& session : inputs.sessions) {
    session.product.composition = serum;
    session.product.amount = certain(0.02);
    session.product.apply = certain(120);
  }
  inputs.actives = {{"ascorbic-acid", active("ascorbic-acid")}};
  return inputs;
}

}  // namespace percuta::tests
