#include "percuta/course/bench.hpp"

#include <algorithm>
#include <limits>

namespace percuta::course {
namespace {

Experiment sampled_experiment(Experiment experiment, const Member& member) {
  draw([&](Visitor& visitor) { describe(experiment, visitor); }, member, "experiment.");
  return experiment;
}

/// What the press says, in the words of a session.
insertion::Reach reach_of(const insertion::PressCurve& press, const skin::Skin& skin) {
  insertion::Reach reach;
  reach.depth_in_place = press.depth_in_place;
  reach.pierced_share = press.pierced_share;
  if (!press.force.empty()) reach.force_per_needle = press.force.back();
  if (press.pierced_share > 0) {
    reach.residual_depth = press.residual_depth;
    reach.channel_width = press.channel_width;
  }
  reach.force_margin = press.force_margin;
  const auto share = [&](std::string_view layer) {
    const double top = skin.top_of(layer);
    const auto deeper = std::count_if(press.depths.begin(), press.depths.end(), [top](double d) { return d > top; });
    return press.driven_share * static_cast<double>(deeper) / static_cast<double>(press.depths.size());
  };
  reach.reach_epidermis = share("viable_epidermis");
  reach.reach_dermis = share("papillary_dermis");
  reach.reach_fat = share("fat");
  reach.skin_energy_share = share_of(press.skin_energy, press.skin_energy + press.backing_energy);
  return reach;
}

/// Needles over the field they stand in; 0 for one alone.
double needle_density(const device::Device& device) {
  const auto needles = static_cast<double>(device::needle_count(device));
  const double field = device::field_area(device);
  return needles > 1 && field > 0 ? needles / field : 0;
}

insertion::HolesLeft holes_of(const Experiment& own, const insertion::PressCurve& press, const device::Device& device) {
  if (own.has_given_hole()) return {own.hole_width, own.hole_depth, own.hole_density};
  return {press.channel_width, press.residual_depth, press.pierced_share * needle_density(device)};
}

closure::Care care_of(const Experiment& own) {
  return {own.covered_from, own.covered_until, 0};
}

/// Driven straight in, or holes that are given.
Outcome pressed(const Inputs& inputs, const Experiment& own, const Member& member) {
  Outcome outcome;
  outcome.course.skin = skin_of(inputs);
  Session session;
  const device::Device device = device::worn(inputs.sessions.front().device, 0);
  if (!own.has_given_hole()) {
    outcome.press = insertion::press(device, outcome.course.skin, inputs.knowledge.contact,
                                     press_of(own, device.applicator), member);
    session.reach = reach_of(outcome.press, outcome.course.skin);
    session.channels.is_extrapolated = outcome.press.is_extrapolated;
    session.channels.puncture_force = outcome.press.puncture_force;
    session.channels.failure = outcome.press.failure;
    session.channels.failure_force = outcome.press.failure_force;
    session.channels.neighbour_share = outcome.press.neighbour_share;
  }
  session.holes = holes_of(own, outcome.press, device);
  if (own.kind == k_closure) {
    session.clocks =
        closure::close(session.holes, outcome.course.skin, inputs.person, care_of(own), inputs.knowledge.closure);
    session.clocks.is_pierced = own.has_given_hole() || outcome.press.depth_in_place > 0;
  }
  outcome.course.sessions.push_back(std::move(session));
  return outcome;
}

/// Rolled or glided over the window, as in a course.
Outcome moved(Inputs inputs, const Experiment& own, const Member& member, const Scope* scope) {
  inputs.is_bench = true;
  SessionInputs& how = inputs.sessions.front();
  if (own.force > 0) how.technique.force = own.force;
  if (own.speed > 0) how.technique.speed = own.speed;
  Outcome outcome;
  outcome.course = walk(inputs, member, scope);
  Session& session = outcome.course.sessions.front();
  const bool is_pierced = session.clocks.is_pierced;
  session.clocks = closure::Clocks{};
  if (own.kind == k_closure) {
    session.clocks =
        closure::close(session.holes, outcome.course.skin, inputs.person, care_of(own), inputs.knowledge.closure);
  }
  session.clocks.is_pierced = is_pierced;
  outcome.strike_rate = how.device.head.frequency * static_cast<double>(device::needle_count(how.device));
  return outcome;
}

}  // namespace

bool is_pressed_bench(const Inputs& inputs, const Experiment& experiment) {
  return is_straight(experiment, inputs.sessions.front().device.kind);
}

insertion::Press press_of(const Experiment& sampled, const device::Applicator& applicator) {
  insertion::Press press;
  press.speed = sampled.speed > 0 ? sampled.speed : applicator.speed;
  press.force = sampled.force;
  press.displacement = sampled.displacement;
  press.energy = sampled.energy;
  const bool has_limit = press.force > 0 || press.displacement > 0 || press.energy > 0;
  // A mass that is drawn as nothing strikes with next to nothing: still an end to the press.
  if (!has_limit) {
    press.energy = std::max(0.5 * applicator.mass * press.speed * press.speed, std::numeric_limits<double>::min());
  }
  return press;
}

double press_travel(const Inputs& inputs, const Experiment& experiment, const Member& median) {
  if (!is_pressed_bench(inputs, experiment) || experiment.has_given_hole()) return 0;
  const Outcome outcome = bench(inputs, experiment, median);
  const double end = outcome.press.displacement.empty() ? 0 : outcome.press.displacement.back();
  return experiment.displacement > 0 ? experiment.displacement.high : end + end / 2;
}

Outcome bench(const Inputs& inputs, const Experiment& experiment, const Member& member, const Scope* scope) {
  const Inputs own = sample_inputs(inputs, member);
  const Experiment sampled = sampled_experiment(experiment, member);
  if (is_pressed_bench(inputs, experiment)) return pressed(own, sampled, member);
  return moved(own, sampled, member, scope);
}

Outcome simulate(const Inputs& inputs, const Experiment& experiment, const Member& member, const Scope* scope) {
  if (experiment.is_wanted()) return bench(inputs, experiment, member, scope);
  Outcome outcome;
  outcome.course = simulate(inputs, member, scope);
  return outcome;
}

}  // namespace percuta::course
