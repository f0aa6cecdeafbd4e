#include "percuta/course/bench.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

namespace percuta::course {
namespace {

constexpr int k_sampling_hours[] = {1, 2, 3, 4, 6, 8, 12, 24};  // of a cell, unless told
constexpr double k_hour = 3600;                                 // [s]

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
  if (own.is_cell() && own.holes == k_no_holes) return {};
  if (own.has_given_hole()) return {own.hole_width, own.hole_depth, own.hole_density};
  return {press.channel_width, press.residual_depth, press.pierced_share * needle_density(device)};
}

closure::Care care_of(const Experiment& own) {
  return {own.covered_from, own.covered_until, 0};
}

transport::FranzCell cell_of(const Experiment& own, const Experiment& median) {
  return {own.cell_area, own.receptor_volume, own.sampling_volume, bench_times(median)};
}

/// What gets through skin that is cut out; its holes spring back and stay.
void deliver_into_cell(const Inputs& inputs, const Experiment& own, const Experiment& median,
                       const std::optional<transport::EvenHoles>& even, Outcome& outcome) {
  Session& session = outcome.course.sessions.front();
  const skin::Skin& skin = outcome.course.skin;
  const bool is_pierced = session.clocks.is_pierced;
  session.clocks = closure::close(session.holes, skin, inputs.person, {}, inputs.knowledge.closure);
  session.clocks.is_pierced = session.clocks.is_pierced || is_pierced;
  outcome.cell = cell_of(own, median);
  transport::DeliveryPlan plan;
  plan.times = outcome.cell.times;
  plan.even = even;
  session.uptake = deliver_into(inputs, inputs.sessions.front(), skin, session, plan);
}

/// Where the needles of a head stand on a cell: they may not reach its rim.
double covered_share(const Experiment& own, const device::Device& device) {
  const double field = device::field_area(device);
  return own.makes_holes() && field > 0 ? std::min(1.0, field / own.cell_area) : 1;
}

/// Driven straight in, or holes that are given.
Outcome pressed(const Inputs& inputs, const Experiment& own, const Experiment& median, const Member& member) {
  Outcome outcome;
  outcome.course.skin = skin_of(inputs);
  Session session;
  const device::Device device = device::worn(inputs.sessions.front().device, 0);
  if (own.makes_holes()) {
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
  if (own.is_cell()) {
    insertion::HolesLeft& left = outcome.course.sessions.front().holes;
    const bool is_alone = own.makes_holes() && left.depth > 0 && !(left.density > 0);
    if (is_alone) left.density = 1 / own.cell_area;
    const double covered = is_alone ? 1 : covered_share(own, device);
    deliver_into_cell(inputs, own, median, transport::EvenHoles{0.5 * left.width, left.depth, left.density, covered},
                      outcome);
  }
  return outcome;
}

/// Rolled or glided over the window, as in a course.
Outcome moved(Inputs inputs, const Experiment& own, const Experiment& median, const Member& member,
              const Scope* scope) {
  inputs.is_bench = true;
  SessionInputs& how = inputs.sessions.front();
  const bool tells = std::exchange(how.tells_uptake, false);  // the cell tells it, with its own times
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
  how.tells_uptake = tells;
  if (own.is_cell()) deliver_into_cell(inputs, own, median, std::nullopt, outcome);
  outcome.strike_rate = how.device.head.frequency * static_cast<double>(device::needle_count(how.device));
  return outcome;
}

}  // namespace

std::vector<double> bench_times(const Experiment& experiment) {
  std::vector<double> times(experiment.times.begin(), experiment.times.end());
  std::sort(times.begin(), times.end());
  if (!times.empty()) return times;
  if (!experiment.is_cell()) return closure::standard_times();
  for (const int hour : k_sampling_hours) times.push_back(k_hour * hour);
  return times;
}

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
  if (!is_pressed_bench(inputs, experiment) || !experiment.makes_holes()) return 0;
  const Outcome outcome = bench(inputs, experiment, median);
  const double end = outcome.press.displacement.empty() ? 0 : outcome.press.displacement.back();
  return experiment.displacement > 0 ? experiment.displacement.high : end + end / 2;
}

Outcome bench(const Inputs& inputs, const Experiment& experiment, const Member& member, const Scope* scope) {
  const Inputs own = sample_inputs(inputs, member);
  const Experiment sampled = sampled_experiment(experiment, member);
  if (is_pressed_bench(inputs, experiment)) return pressed(own, sampled, experiment, member);
  return moved(own, sampled, experiment, member, scope);
}

Outcome simulate(const Inputs& inputs, const Experiment& experiment, const Member& member, const Scope* scope) {
  if (experiment.is_wanted()) return bench(inputs, experiment, member, scope);
  Outcome outcome;
  outcome.course = simulate(inputs, member, scope);
  return outcome;
}

}  // namespace percuta::course
