#include "percuta/course/outcome.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace percuta::course {
namespace {

/// Of the session with that index among the traced.
healing::Wounds wounds_of(const Inputs& inputs, const Course& course, std::size_t index) {
  const Session& session = course.sessions[index];
  healing::Wounds wounds;
  wounds.needle = device::worn(inputs.sessions[index].device, session_number(inputs, index) - 1).needle;
  const auto& punctures = session.punctures.all;
  // A hole struck again counts once, as deep as it was struck.
  constexpr std::size_t k_none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> place_of(static_cast<std::size_t>(session.punctures.holes), k_none);
  for (std::size_t i = 0; i < punctures.size(); ++i) {
    const double depth = session.channels.all[i].depth;
    if (!(depth > 0)) continue;
    std::size_t& place = place_of.at(static_cast<std::size_t>(punctures[i].hole));
    if (place == k_none) {
      place = wounds.holes.size();
      wounds.holes.push_back({punctures[i].x, punctures[i].y, depth, healing::Hole::Kind::pierced});
    } else {
      wounds.holes[place].depth = std::max(wounds.holes[place].depth, depth);
    }
  }
  return wounds;
}

std::vector<healing::Visit> visits_of(const Inputs& inputs) {
  std::vector<healing::Visit> visits;
  if (inputs.is_untreated) return visits;
  const std::vector<double> times = session_times(inputs);
  for (std::size_t i = 0; i < times.size(); ++i) {
    visits.push_back({times[i], inputs.traced.empty() ? i : inputs.traced[i]});
  }
  return visits;
}

void heal(const Inputs& inputs, const Member& member, const Scope* scope, Course& course) {
  std::vector<healing::Wounds> wounds;
  for (std::size_t i = 0; !inputs.is_untreated && i < course.sessions.size(); ++i) {
    wounds.push_back(wounds_of(inputs, course, i));
  }
  healing::Plan plan;
  plan.visits = visits_of(inputs);
  const double last = session_times(inputs).back();
  plan.horizon = std::max<double>(inputs.plan.horizon, last);
  plan.has_all_columns = inputs.has_all_columns;
  plan.is_coarse = scope != nullptr && scope->is_coarse;
  for (const double time : inputs.times) plan.times.push_back(last + time);
  healing::References references;
  if (scope != nullptr && scope->references != nullptr) {
    references = scope->references->of(course.skin, inputs.knowledge.healing, member, plan.is_coarse);
  }
  course.healing =
      healing::heal(wounds, course.skin, inputs.person, inputs.knowledge.healing, plan, member, std::move(references));
}

/// What each session of the course left at the surface.
std::vector<endpoints::Surface> surfaces_of(const Inputs& inputs, const Course& course) {
  std::vector<endpoints::Surface> surfaces;
  const std::vector<healing::Visit> visits = visits_of(inputs);
  for (std::size_t i = 0; i < visits.size(); ++i) {
    const Session& session = course.sessions[visits[i].wounds];
    endpoints::Surface& surface = surfaces.emplace_back();
    surface.time = visits[i].time;
    surface.holes = session.holes;
    surface.bleeding_share = session.reach.bleeding_share;
    surface.strikes = static_cast<double>(std::count_if(session.punctures.all.begin(), session.punctures.all.end(),
                                                        [](const auto& puncture) { return puncture.in_window; })) /
                      numerics::area(course.skin.window);
    surface.depth = session.reach.depth_in_place;
    surface.killed_volume = course.healing.killed_volume[i];
    surface.clocks = session.clocks;
    surface.is_numbed = inputs.sessions[visits[i].wounds].is_numbed;
  }
  return surfaces;
}

endpoints::Treated treated(const Inputs& inputs, const Course& course,
                           const std::vector<endpoints::Surface>& surfaces) {
  const double soothed = inputs.is_soothed ? inputs.plan.aftercare_for.value : 0;
  return {course.healing,
          surfaces,
          course.skin,
          inputs.person,
          inputs.knowledge.healing,
          endpoints::Care{soothed},
          inputs.is_expression_line};
}

}  // namespace

std::vector<double> session_times(const Inputs& inputs) {
  const std::size_t count = inputs.traced.empty() ? inputs.sessions.size() : inputs.traced.size();
  std::vector<double> times;
  for (std::size_t i = 0; i < count; ++i) times.push_back(static_cast<double>(i) * inputs.plan.interval);
  return times;
}

void add_outcome(const Inputs& sampled, const Member& member, const Scope* scope, Course& course) {
  const auto wants = [scope](std::string_view room) { return scope == nullptr || scope->asked.wants_room(room); };
  if (sampled.is_bench || course.sessions.empty() || (!wants("healing") && !wants("endpoints"))) return;
  StageTimes* const times = scope == nullptr ? nullptr : scope->times;
  {
    const StageTimer timer(times, "healing");
    heal(sampled, member, scope, course);
  }
  if (!wants("endpoints") || course.healing.course.times.empty()) return;
  const StageTimer timer(times, "endpoints");
  const std::vector<endpoints::Surface> surfaces = surfaces_of(sampled, course);
  course.endpoints = endpoints::measure(treated(sampled, course, surfaces), sampled.knowledge.endpoints);
}

std::vector<endpoints::PlaceValues> outcome_map(const Inputs& sampled, const Course& course) {
  const std::vector<endpoints::Surface> surfaces = surfaces_of(sampled, course);
  return endpoints::at_places(treated(sampled, course, surfaces), course.endpoints.sizes, sampled.knowledge.endpoints);
}

}  // namespace percuta::course
