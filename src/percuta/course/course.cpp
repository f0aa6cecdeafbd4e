#include "percuta/course/course.hpp"

namespace percuta::course {
namespace {

template <class Struct>
void draw_members(Struct& members, const Member& member, const std::string& prefix) {
  draw([&members](Visitor& visitor) { describe(members, visitor); }, member, prefix);
}

/// This member's own inputs. Equal names draw alike in every session: it is the same device and the same hand.
Inputs drawn(Inputs inputs, const Member& member) {
  draw_members(inputs.person, member, "person.");
  draw_members(inputs.site, member, "skin.");
  draw_members(inputs.mechanics, member, "mechanics.");
  draw_members(inputs.hand, member, "hand.");
  draw_members(inputs.guidance, member, "punctures.");
  draw_members(inputs.contact, member, "insertion.");
  for (SessionInputs& session : inputs.sessions) {
    draw_members(session.device, member, "device.");
    draw_members(session.technique, member, "technique.");
  }
  return inputs;
}

Session treat(const Inputs& inputs, const skin::Skin& skin, std::uint32_t number, const Member& member,
              numerics::KernelClone clone) {
  const auto& [device, technique] = inputs.sessions[number - 1];
  Session session;
  session.strokes = strokes::trace(technique, inputs.hand, skin.window, device::working_width(device), member, number);
  session.punctures = punctures::land(session.strokes, device, skin, inputs.guidance, member, number);
  session.coverage = punctures::cover(session.punctures, skin.window);
  session.channels = insertion::insert(session.punctures, device, skin, inputs.contact, clone);
  session.reach = insertion::reach(session.channels, session.punctures, skin);
  return session;
}

}  // namespace

Course simulate(const Inputs& inputs, const Member& member, numerics::KernelClone clone) {
  const Inputs own = drawn(inputs, member);
  Course course;
  course.skin = skin::build(own.site, own.mechanics, own.person, own.window_area);
  for (std::uint32_t number = 1; number <= own.sessions.size(); ++number) {
    course.sessions.push_back(treat(own, course.skin, number, member, clone));
  }
  return course;
}

}  // namespace percuta::course
