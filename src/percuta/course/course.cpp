#include "percuta/course/course.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "percuta/course/endpoint.hpp"
#include "percuta/course/needles_in.hpp"
#include "percuta/course/outcome.hpp"
#include "percuta/course/same_landing.hpp"

namespace percuta::course {
namespace {

template <class Struct>
void sample(Struct& members, const Member& member) {
  draw([&members](Visitor& visitor) { describe(members, visitor); }, member, "");
}

punctures::Coverage covered(const punctures::Punctures& punctures, const skin::Skin& skin, const Scope* scope) {
  if (scope == nullptr) return punctures::cover(punctures, skin.window);
  if (!scope->asked.wants_room("coverage")) return {};
  const bool is_ready = scope->window && scope->window->is_of(skin.window);
  return punctures::cover(punctures, skin.window, is_ready ? *scope->window : punctures::CoverageWindow(skin.window),
                          scope->asked);
}

/// The session whose strokes and landings this one's are; nullptr = they must be worked out.
const Session* same_landing(const Inputs& inputs, const skin::Skin& skin, std::uint32_t number, const Scope* scope) {
  const Walked* before = scope == nullptr ? nullptr : scope->before;
  if (before == nullptr || number > before->course.sessions.size()) return nullptr;
  const bool is_same = lands_alike({inputs, skin}, {before->inputs, before->course.skin}, number);
  return is_same ? &before->course.sessions[number - 1] : nullptr;
}

/// A needle that lands on an open hole slips into it, however little skin guides one that lands beside it.
punctures::Guidance guidance_of(const Knowledge& known, const device::Device& device) {
  punctures::Guidance guidance = known.guidance;
  guidance.capture_distance.value = capture_distance(known, device);
  return guidance;
}

/// Where the needles land, as measured or as the hand strokes.
void land(const SessionInputs& own, const Knowledge& known, const device::Device& device, const skin::Skin& skin,
          std::uint32_t number, const Member& member, StageTimes* times, Session& session) {
  if (own.measured.empty()) {
    const StageTimer timer(times, "strokes");
    session.strokes = strokes::trace(own.technique, known.hand, known.injection, device, skin, member, number);
  }
  const StageTimer timer(times, "punctures");
  const punctures::Guidance guidance = guidance_of(known, device);
  session.punctures = own.measured.empty()
                          ? punctures::land(session.strokes, device, skin, guidance, member, number)
                          : punctures::replay(own.measured, own.technique.force, own.device, skin, guidance);
  if (!own.measured.empty() && !own.measured.name_holes()) return;  // of a map of holes no device is asked
  session.punctures.reach_around = strokes::reach_around(own.technique, known.injection, device);
  session.punctures.is_left_on = device::is_left_on(device.kind);
}

/// How much of each channel lies in the dermis [m].
std::vector<double> depths_in_dermis(const insertion::Channels& channels, const skin::Skin& skin) {
  const double top = skin.top_of("papillary_dermis"), bottom = skin.top_of("fat");
  std::vector<double> depths;
  depths.reserve(channels.all.size());
  for (const insertion::Channel& channel : channels.all) {
    depths.push_back(std::max(0.0, std::min<double>(channel.depth, bottom) - top));
  }
  return depths;
}

void add_dose(const skin::Skin& skin, const Scope* scope, Session& session) {
  const bool is_ready = scope != nullptr && scope->window && scope->window->is_of(skin.window);
  punctures::add_dose(session.punctures, depths_in_dermis(session.channels, skin),
                      is_ready ? *scope->window : punctures::CoverageWindow(skin.window), session.coverage);
}

/// Of a hand that stops at even bleeding: leaves out the strokes after that.
void stop_when_even(const SessionInputs& own, const Knowledge& known, const device::Device& device,
                    const skin::Skin& skin, std::uint32_t number, const Member& member, Session& session) {
  if (own.technique.endpoint.empty() || session.strokes.empty()) return;
  session.channels = insertion::insert(session.punctures, device, skin, known.contact, member);
  const std::size_t done = strokes_until_even(session, skin, known.hand);
  session.channels = {};
  if (done == session.strokes.size()) return;
  session.strokes.resize(done);
  const double reach = session.punctures.reach_around;
  const bool is_left_on = session.punctures.is_left_on;
  session.punctures = punctures::land(session.strokes, device, skin, guidance_of(known, device), member, number);
  session.punctures.reach_around = reach;
  session.punctures.is_left_on = is_left_on;
}

/// Whether a needle went in somewhere in the window.
bool is_pierced(const Session& session) {
  for (std::size_t i = 0; i < session.channels.all.size(); ++i) {
    if (session.punctures.all[i].in_window && session.channels.all[i].depth > 0) return true;
  }
  return false;
}

/// Whether more of what gets in is asked for than permeabilities.
bool wants_courses(const Asked& asked) {
  const auto is_of_course = [](const std::string& key) {
    return key.starts_with("transport.") && !key.ends_with(".permeability");
  };
  return asked.is_all() || std::any_of(asked.keys().begin(), asked.keys().end(), is_of_course);
}

/// Whether it is the first session that tells what gets in: that is the one whose fields and state are kept.
bool is_first_told(const Inputs& inputs, const SessionInputs& session) {
  const auto tells = [](const SessionInputs& one) { return one.tells_uptake && one.product.is_told(); };
  return &*std::find_if(inputs.sessions.begin(), inputs.sessions.end(), tells) == &session;
}

std::vector<transport::Hole> holes_of(const Session& session) {
  std::vector<transport::Hole> holes;
  for (const insertion::OpenHole& hole : insertion::open_holes(session.channels, session.punctures)) {
    holes.push_back({hole.x, hole.y, 0.5 * hole.width, hole.depth});
  }
  return holes;
}

transport::Treatment treatment_of(const Inputs& inputs, const SessionInputs& own, const device::Device& device,
                                  const Session& session) {
  const ProductInputs& product = own.product;
  transport::Treatment treatment;
  treatment.composition = product.composition;
  treatment.application = {
      product.amount, product.apply, own.cover, product.every, std::max<std::int64_t>(1, product.times), product.wash};
  treatment.actives = inputs.actives;
  treatment.needles = needle_load(own, device, session.punctures);
  treatment.injection = injection_load(own, device, session);
  return treatment;
}

/// What stays open, or is full of needles that stay.
std::vector<transport::Hole> holes_for(const Session& session, const transport::Treatment& treatment) {
  if (treatment.injection.is_wanted()) return injected_points(session, treatment.injection);
  return treatment.needles.is_wanted() ? filled_holes(session, treatment.needles) : holes_of(session);
}

transport::Uptake delivered(const Inputs& inputs, const SessionInputs& own, const skin::Skin& skin,
                            const device::Device& device, const Session& session, const Scope* scope) {
  transport::DeliveryPlan plan;
  plan.times = uptake_times(inputs);
  plan.has_courses = scope == nullptr || wants_courses(scope->asked);
  transport::PatchWatch watch;
  if (scope != nullptr && scope->patch != nullptr) {
    plan.patch = inputs.patch;
    watch = *scope->patch;
    if (!is_first_told(inputs, own)) {
      watch.keep = {};
      watch.from = nullptr;
      watch.field_times.clear();
    }
    plan.watch = &watch;
  }
  const transport::Treatment treatment = treatment_of(inputs, own, device, session);
  transport::Uptake uptake = transport::deliver(holes_for(session, treatment), skin, session.clocks, treatment,
                                                inputs.knowledge.transport, plan);
  if (treatment.needles.is_wanted()) {
    uptake.needle_time = held_open(session, treatment.needles, skin, inputs.knowledge.transport);
  }
  return uptake;
}

Session treat(const Inputs& inputs, const skin::Skin& skin, std::uint32_t index, const Member& member,
              const Scope* scope) {
  const auto wants = [scope](std::string_view room) { return scope == nullptr || scope->asked.wants_room(room); };
  StageTimes* const times = scope == nullptr ? nullptr : scope->times;
  const SessionInputs& own = inputs.sessions[index - 1];
  const std::uint32_t number = session_number(inputs, index - 1);
  const Knowledge& known = inputs.knowledge;
  const device::Device device = device::worn(own.device, number - 1);
  const bool heals = wants("healing") || wants("endpoints");
  Session session;
  if (const Session* same = same_landing(inputs, skin, index, scope)) {
    session.strokes = same->strokes;
    session.punctures = same->punctures;
  } else {
    land(own, known, device, skin, number, member, times, session);
    stop_when_even(own, known, device, skin, number, member, session);
  }
  {
    const StageTimer timer(times, "coverage");
    session.coverage = covered(session.punctures, skin, scope);
  }
  const bool wants_dose =
      scope == nullptr || scope->asked.wants_any({"coverage.dose_variation_1mm", "coverage.dose_variation_2mm",
                                                  "coverage.dose_variation_4mm"});
  const bool delivers = wants("transport") && own.tells_uptake && own.product.is_told();
  if (!wants("insertion") && !wants("closure") && !wants_dose && !heals && !delivers) return session;
  {
    const StageTimer timer(times, "insertion");
    session.channels = insertion::insert(session.punctures, device, skin, known.contact, member);
    session.holes = insertion::holes_left(session.channels, session.punctures, skin);
    if (wants("insertion") || wants("endpoints")) {
      session.reach = insertion::reach(session.channels, session.punctures, device, skin, known.contact);
    }
  }
  if (wants_dose) {
    const StageTimer timer(times, "coverage");
    add_dose(skin, scope, session);
  }
  if (wants("closure") || heals || delivers) {
    const StageTimer timer(times, "closure");
    const double soothed = inputs.is_soothed ? inputs.plan.aftercare_for.value : 0;
    // What is put on before the session is wiped off for it, cover and all.
    const double from = std::max<double>(0, own.product.apply), until = own.product.apply < 0 ? 0 : from + own.cover;
    const transport::NeedleLoad load = needle_load(own, device, session.punctures);
    const double held = held_open(session, load, skin, known.transport);
    session.clocks = closure::close(session.holes, skin, inputs.person, {from, until, 0, soothed, held}, known.closure);
    session.clocks.is_pierced = session.clocks.is_pierced || is_pierced(session);
  }
  if (delivers) {
    const StageTimer timer(times, "transport");
    session.uptake = delivered(inputs, own, skin, device, session, scope);
  }
  return session;
}

}  // namespace

bool ProductInputs::is_told() const {
  const auto is_known = [](const transport::Ingredient& one) { return one.amount != "not stated"; };
  const bool is_given = way == Way::injected ? volume > 0 : has_own_amount || amount > 0;
  return is_given && std::any_of(composition.active.begin(), composition.active.end(), is_known);
}

std::vector<std::string> told_actives(const Inputs& inputs, const SessionInputs& session) {
  std::vector<std::string> names;
  if (!session.tells_uptake || !session.product.is_told()) return names;
  const auto add = [&](const std::string& name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  };
  for (const transport::Ingredient& one : session.product.composition.active) {
    if (one.amount == "homeopathic") add(one.name);
    if (!one.is_stated()) continue;
    for (const transport::NamedActive& link : transport::chain_of(one.name, inputs.actives)) add(link.name);
  }
  return names;
}

std::vector<double> uptake_times(const Inputs& inputs) {
  constexpr double k_longest = 28 * 86400;  // [s]: by then nothing is to be seen of the holes
  std::vector<double> asked;
  for (const double time : inputs.times) {
    if (time <= k_longest) asked.push_back(time);
  }
  return transport::telling_times(asked);
}

Inputs sample_inputs(Inputs inputs, const Member& member) {
  std::vector<SessionInputs> sessions = std::move(inputs.sessions);
  inputs.sessions.clear();
  sample(inputs, member);
  for (SessionInputs& session : sessions) sample(session, member);
  inputs.sessions = std::move(sessions);
  return inputs;
}

double capture_distance(const Knowledge& known, const device::Device& device) {
  return std::max<double>(known.guidance.capture_distance, 0.5 * insertion::widest_hole(device, known.contact));
}

std::uint32_t session_number(const Inputs& inputs, std::size_t index) {
  const std::uint32_t own = inputs.sessions.at(index).number;
  return own > 0 ? own : static_cast<std::uint32_t>(index + 1);
}

skin::Skin skin_of(const Inputs& inputs) {
  const Knowledge& known = inputs.knowledge;
  if (known.specimen) return skin::build(*known.specimen, std::sqrt(inputs.window_area.value));
  return skin::build(known.skin, known.mechanics, inputs.person, inputs.window_area);
}

Scope::Scope(const Inputs& inputs, Asked wanted) : asked(std::move(wanted)) {
  if (asked.wants_room("coverage")) window.emplace(skin_of(inputs).window);
}

Course walk(const Inputs& sampled, const Member& member, const Scope* scope) {
  Course course;
  course.skin = skin_of(sampled);
  if (sampled.is_untreated) course.sessions.resize(sampled.sessions.size());
  for (std::uint32_t number = 1; !sampled.is_untreated && number <= sampled.sessions.size(); ++number) {
    skin::Skin held = course.skin;
    held.mechanics.tension.value += sampled.sessions[number - 1].technique.stretch;
    course.sessions.push_back(treat(sampled, held, number, member, scope));
  }
  add_outcome(sampled, member, scope, course);
  return course;
}

transport::DoseMap dose_map(const Inputs& sampled, const Course& course) {
  if (course.sessions.empty() || course.sessions.front().uptake.is_empty()) return {};
  const Session& session = course.sessions.front();
  const SessionInputs& own = sampled.sessions.front();
  const transport::Treatment treatment =
      treatment_of(sampled, own, device::worn(own.device, session_number(sampled, 0) - 1), session);
  return transport::dose_map(holes_for(session, treatment), course.skin, session.clocks, treatment,
                             sampled.knowledge.transport, {});
}

Course simulate(const Inputs& inputs, const Member& member, const Scope* scope) {
  return walk(sample_inputs(inputs, member), member, scope);
}

}  // namespace percuta::course
