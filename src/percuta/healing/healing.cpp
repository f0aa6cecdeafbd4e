#include "percuta/healing/healing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "percuta/base/error.hpp"
#include "percuta/base/random.hpp"
#include "percuta/healing/infection.hpp"
#include "percuta/healing/reference.hpp"
#include "percuta/numerics/geometry/region.hpp"

namespace percuta::healing {
namespace {

constexpr std::size_t k_places = 4096, k_classes = 64;
constexpr std::size_t k_coarse_places = 1024, k_coarse_classes = 32;

void must_be_sound(const std::vector<Wounds>& wounds, const Plan& plan) {
  double before = -1;
  for (const Visit& visit : plan.visits) {
    if (visit.wounds >= wounds.size()) throw InputError("a session has no wounds of its own");
    if (visit.time < 0 || visit.time <= before) throw InputError("sessions must follow one another in time");
    if (visit.time > plan.horizon) {
      throw InputError("a session lies beyond the horizon", "course.horizon counts from the first session on");
    }
    before = visit.time;
  }
}

bool is_infected(const skin::Person& person) {
  return std::find(person.history.begin(), person.history.end(), "infection") != person.history.end();
}

/// Those that made a hole for bacteria.
std::vector<double> piercing_sessions(const std::vector<Wounds>& wounds, const Plan& plan) {
  std::vector<double> times;
  for (const Visit& visit : plan.visits) {
    if (!wounds[visit.wounds].holes.empty()) times.push_back(visit.time);
  }
  return times;
}

std::vector<double> times_of(const std::vector<Visit>& visits) {
  std::vector<double> times;
  times.reserve(visits.size());
  for (const Visit& visit : visits) times.push_back(visit.time);
  return times;
}

DoseSetting setting_of(const Wounds& wounds, const skin::Skin& skin, const Rates& rates, const Slices& slices) {
  const auto radius = [needle = &wounds.needle](double height) { return device::radius_at(*needle, height); };
  return dose_setting(rates, skin.top_of("papillary_dermis"), radius, slices.depths);
}

/// Doses of every kind of session at the places of the map.
std::vector<Doses> doses_of(const std::vector<Wounds>& wounds, const std::vector<DoseSetting>& settings,
                            const Rates& rates, const std::vector<numerics::Point>& places) {
  std::vector<Doses> doses;
  for (std::size_t i = 0; i < wounds.size(); ++i) {
    doses.push_back(doses_at(places, {wounds[i].holes}, settings[i]).front());
    for (double& lasting : doses.back().coagulum) lasting *= rates.coagulum_alarm;
  }
  return doses;
}

/// What each session killed in the window, per area of it, and how wide each hole there did.
void add_killed(const std::vector<Wounds>& wounds, const std::vector<DoseSetting>& settings,
                const std::vector<Doses>& doses, const std::vector<Visit>& visits, const numerics::Polygon& window,
                State& state) {
  const numerics::Region region(window);
  const double area = numerics::area(window);
  std::vector<double> killed;
  for (std::size_t session = 0; session < wounds.size(); ++session) {
    const Killed own = killed_by(wounds[session].holes, settings[session], doses[session].fresh);
    double volume = 0;
    for (std::size_t i = 0; i < own.widths.size(); ++i) {
      const State::KilledWidth& hole = own.widths[i];
      if (!region.contains({hole.x, hole.y})) continue;
      volume += own.volumes[i];
      state.killed_widths.push_back(hole);
    }
    killed.push_back(volume / area);
  }
  for (const Visit& visit : visits) state.killed_volume.push_back(killed[visit.wounds]);
}

/// Share of the dermis where a dose is at least 1.
double stirred_share(const Doses& doses, const Slices& slices) {
  double stirred = 0, all = 0;
  for (std::size_t i = 0; i < doses.alarm.size(); ++i) {
    const double weight = slices.weights[i % doses.depths];
    all += weight;
    stirred += doses.alarm[i] >= 1 ? weight : 0;
  }
  return all > 0 ? stirred / all : 0;
}

void add_map(const Law& law, const Walked& walked, const PieceClasses& classes, const Slices& slices, State& state) {
  const std::size_t depths = slices.depths.size();
  for (std::size_t place = 0; place < state.places.size(); ++place) {
    std::vector<std::uint32_t>& own = state.classes_of_place.emplace_back();
    for (std::size_t k = 0; k < slices.papillary; ++k) own.push_back(classes.class_of[place * depths + k]);
  }
  state.class_courses.resize(classes.dermis.size());
  for (std::size_t c = 0; c < state.class_courses.size(); ++c) {
    for (const std::vector<Tissue>& row : walked.tissue) {
      state.class_courses[c].push_back(mean_moment(law, {row[c]}, {1}));
    }
  }
}

}  // namespace

std::size_t map_pieces() {
  return k_places * slice_count();
}

LayerCourse State::at_place(std::size_t place) const {
  const std::vector<std::uint32_t>& own = classes_of_place.at(place);
  LayerCourse at;
  at.reserve(course.times.size());
  std::vector<const Moment*> moments(own.size());
  for (std::size_t i = 0; i < course.times.size(); ++i) {
    for (std::size_t k = 0; k < own.size(); ++k) moments[k] = &class_courses[own[k]][i];
    at.push_back(mean_of(moments));
  }
  return at;
}

State heal(const std::vector<Wounds>& wounds, const skin::Skin& skin, const skin::Person& person, const Rates& rates,
           const Plan& plan, const Member& member, References references) {
  must_be_sound(wounds, plan);
  State state;
  state.sessions = times_of(plan.visits);
  const Slices slices = slices_of(skin);
  if (slices.depths.empty()) {  // a skin without a dermis heals nothing
    state.killed_volume.assign(plan.visits.size(), 0);
    return state;
  }
  Law law = law_of(rates, person.age, person.history);
  if (is_infected(person))
    law.more_alarm = infection_alarm(rates.infection, piercing_sessions(wounds, plan), plan.horizon);

  const DoseResponse response(law);
  state.references =
      references.roller.times.empty() ? reference_courses(skin, rates, member, plan.is_coarse) : std::move(references);
  law.p3 = state.references.making_rate;

  state.places = scattered(skin.window, plan.is_coarse ? k_coarse_places : k_places, member, "healing.places");
  std::vector<DoseSetting> settings;
  settings.reserve(wounds.size());
  for (const Wounds& one : wounds) settings.push_back(setting_of(one, skin, rates, slices));
  std::vector<Doses> doses = doses_of(wounds, settings, rates, state.places);
  add_killed(wounds, settings, doses, plan.visits, skin.window, state);
  for (const Doses& one : doses) state.stirred_share = std::max(state.stirred_share, stirred_share(one, slices));
  Walk steps;
  steps.sessions = state.sessions;
  steps.times = telling_times(state.sessions, plan.horizon, plan.times);
  PieceClasses classes;
  if (plan.visits.empty()) {
    classes = {std::vector<std::uint32_t>(state.places.size() * slices.depths.size()), {1}, {1}, {}};
  } else {
    const PieceDoses pieces(std::move(doses), plan.visits, mixed(member.seed + member.index), response);
    classes = classes_of(pieces, slices, response,
                         plan.has_all_columns ? 0
                         : plan.is_coarse     ? k_coarse_classes
                                              : k_classes);
  }
  state.classes = classes.dermis.size();
  steps.blows = classes.blows;
  steps.weights = classes.dermis;
  const Walked walked = walk(law, steps);
  state.course = course_of(law, steps.times, walked.tissue, classes);
  state.ledger = walked.ledger;
  add_map(law, walked, classes, slices, state);
  return state;
}

}  // namespace percuta::healing
