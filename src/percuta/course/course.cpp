#include "percuta/course/course.hpp"

#include <cmath>
#include <utility>

namespace percuta::course {
namespace {

template <class Struct>
void sample(Struct& members, const Member& member) {
  draw([&members](Visitor& visitor) { describe(members, visitor); }, member, "");
}

Session treat(const Inputs& inputs, const skin::Skin& skin, std::uint32_t number, const Member& member,
              numerics::KernelClone clone) {
  const SessionInputs& own = inputs.sessions[number - 1];
  const Knowledge& known = inputs.knowledge;
  const device::Device device = device::worn(own.device, number - 1);
  Session session;
  if (own.measured.empty()) {
    session.strokes = strokes::trace(own.technique, known.hand, known.injection, device, skin, member, number);
    session.punctures = punctures::land(session.strokes, device, skin, known.guidance, member, number);
  } else {
    session.punctures = punctures::replay(own.measured, own.technique.force, own.device, skin, known.guidance);
  }
  session.coverage = punctures::cover(session.punctures, skin.window);
  session.channels = insertion::insert(session.punctures, device, skin, known.contact, clone);
  session.reach = insertion::reach(session.channels, session.punctures, device, skin, known.contact);
  session.clocks =
      closure::close(session.channels, session.punctures, skin, inputs.person, {0, own.cover, 0}, known.closure);
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

skin::Skin skin_of(const Inputs& inputs) {
  const Knowledge& known = inputs.knowledge;
  if (known.specimen) return skin::build(*known.specimen, std::sqrt(inputs.window_area.value));
  return skin::build(known.skin, known.mechanics, inputs.person, inputs.window_area);
}

Course walk(const Inputs& sampled, const Member& member, numerics::KernelClone clone) {
  Course course;
  course.skin = skin_of(sampled);
  for (std::uint32_t number = 1; number <= sampled.sessions.size(); ++number) {
    skin::Skin held = course.skin;
    held.mechanics.tension.value += sampled.sessions[number - 1].technique.stretch;
    course.sessions.push_back(treat(sampled, held, number, member, clone));
  }
  return course;
}

Course simulate(const Inputs& inputs, const Member& member, numerics::KernelClone clone) {
  return walk(sample_inputs(inputs, member), member, clone);
}

}  // namespace percuta::course
