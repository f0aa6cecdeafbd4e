#include "percuta/course/course.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

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

/// Where the needles land, as measured or as the hand strokes.
void land(const SessionInputs& own, const Knowledge& known, const device::Device& device, const skin::Skin& skin,
          std::uint32_t number, const Member& member, StageTimes* times, Session& session) {
  if (!own.measured.empty()) {
    const StageTimer timer(times, "punctures");
    session.punctures = punctures::replay(own.measured, own.technique.force, own.device, skin, known.guidance);
    return;
  }
  {
    const StageTimer timer(times, "strokes");
    session.strokes = strokes::trace(own.technique, known.hand, known.injection, device, skin, member, number);
  }
  const StageTimer timer(times, "punctures");
  punctures::Guidance guidance = known.guidance;
  guidance.capture_distance.value = capture_distance(known, device);
  session.punctures = punctures::land(session.strokes, device, skin, guidance, member, number);
}

/// Whether a needle went in somewhere in the window.
bool is_pierced(const Session& session) {
  for (std::size_t i = 0; i < session.channels.all.size(); ++i) {
    if (session.punctures.all[i].in_window && session.channels.all[i].depth > 0) return true;
  }
  return false;
}

Session treat(const Inputs& inputs, const skin::Skin& skin, std::uint32_t number, const Member& member,
              const Scope* scope) {
  const auto wants = [scope](std::string_view room) { return scope == nullptr || scope->asked.wants_room(room); };
  StageTimes* const times = scope == nullptr ? nullptr : scope->times;
  const SessionInputs& own = inputs.sessions[number - 1];
  const Knowledge& known = inputs.knowledge;
  const device::Device device = device::worn(own.device, number - 1);
  Session session;
  if (const Session* same = same_landing(inputs, skin, number, scope)) {
    session.strokes = same->strokes;
    session.punctures = same->punctures;
  } else {
    land(own, known, device, skin, number, member, times, session);
  }
  {
    const StageTimer timer(times, "coverage");
    session.coverage = covered(session.punctures, skin, scope);
  }
  if (!wants("insertion") && !wants("closure")) return session;
  {
    const StageTimer timer(times, "insertion");
    session.channels = insertion::insert(session.punctures, device, skin, known.contact, member);
    session.holes = insertion::holes_left(session.channels, session.punctures, skin);
    if (wants("insertion")) {
      session.reach = insertion::reach(session.channels, session.punctures, device, skin, known.contact);
    }
  }
  if (wants("closure")) {
    const StageTimer timer(times, "closure");
    session.clocks = closure::close(session.holes, skin, inputs.person, {0, own.cover, 0}, known.closure);
    session.clocks.is_pierced = session.clocks.is_pierced || is_pierced(session);
  }
  return session;
}

}  // namespace

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
  for (std::uint32_t number = 1; number <= sampled.sessions.size(); ++number) {
    skin::Skin held = course.skin;
    held.mechanics.tension.value += sampled.sessions[number - 1].technique.stretch;
    course.sessions.push_back(treat(sampled, held, number, member, scope));
  }
  return course;
}

Course simulate(const Inputs& inputs, const Member& member, const Scope* scope) {
  return walk(sample_inputs(inputs, member), member, scope);
}

}  // namespace percuta::course
