#include "percuta/course/course.hpp"

#include <cmath>

namespace percuta::course {
namespace {

template <class Struct>
void draw_members(Struct& members, const Member& member, const std::string& prefix) {
  draw([&members](Visitor& visitor) { describe(members, visitor); }, member, prefix);
}

/// Landings as measured, what they leave open filled in from device and technique.
punctures::Punctures replayed(const SessionInputs& inputs, const skin::Skin& skin,
                              const punctures::Guidance& guidance) {
  std::vector<punctures::Landing> landings = inputs.measured;
  for (punctures::Landing& landing : landings) {
    if (landing.force == 0) landing.force = inputs.technique.force;
    if (landing.length == 0) landing.length = inputs.device.needle.length;
  }
  return punctures::replay(landings, inputs.device, skin, guidance);
}

Session treat(const Inputs& inputs, const skin::Skin& skin, std::uint32_t number, const Member& member,
              numerics::KernelClone clone) {
  const SessionInputs& own = inputs.sessions[number - 1];
  const device::Device device = device::worn(own.device, number - 1);
  Session session;
  if (own.measured.empty()) {
    session.strokes = strokes::trace(own.technique, inputs.hand, inputs.patterns, device, skin, member, number);
    session.punctures = punctures::land(session.strokes, device, skin, inputs.guidance, member, number);
  } else {
    session.punctures = replayed(own, skin, inputs.guidance);
  }
  session.coverage = punctures::cover(session.punctures, skin.window);
  session.channels = insertion::insert(session.punctures, device, skin, inputs.contact, clone);
  session.reach = insertion::reach(session.channels, session.punctures, device, skin, inputs.contact);
  session.clocks =
      closure::close(session.channels, session.punctures, skin, inputs.person, {0, own.cover, 0}, inputs.closure);
  return session;
}

}  // namespace

/// Equal names draw alike in every session: it is the same device and the same hand.
Inputs drawn(Inputs inputs, const Member& member) {
  draw_members(inputs.person, member, "person.");
  draw_members(inputs.site, member, "skin.");
  draw_members(inputs.mechanics, member, "mechanics.");
  draw_members(inputs.hand, member, "hand.");
  draw_members(inputs.guidance, member, "punctures.");
  draw_members(inputs.contact, member, "insertion.");
  draw_members(inputs.patterns, member, "injection.");
  draw_members(inputs.closure, member, "closure.");
  if (inputs.specimen) draw_members(*inputs.specimen, member, "specimen.");
  for (SessionInputs& session : inputs.sessions) {
    draw_members(session, member, "");
  }
  return inputs;
}

skin::Skin skin_of(const Inputs& inputs) {
  if (inputs.specimen) return skin::build(*inputs.specimen, std::sqrt(inputs.window_area.value));
  return skin::build(inputs.site, inputs.mechanics, inputs.person, inputs.window_area);
}

Course walk(const Inputs& own, const Member& member, numerics::KernelClone clone) {
  Course course;
  course.skin = skin_of(own);
  for (std::uint32_t number = 1; number <= own.sessions.size(); ++number) {
    skin::Skin held = course.skin;
    held.mechanics.tension.value += own.sessions[number - 1].technique.stretch;
    course.sessions.push_back(treat(own, held, number, member, clone));
  }
  return course;
}

Course simulate(const Inputs& inputs, const Member& member, numerics::KernelClone clone) {
  return walk(drawn(inputs, member), member, clone);
}

}  // namespace percuta::course
