#include <algorithm>
#include <cmath>
#include <numbers>

#include "percuta/strokes/aim.hpp"
#include "percuta/strokes/hand_chance.hpp"

namespace percuta::strokes {
namespace {

std::vector<Aim> aims_of(const Task& task, double direction) {
  switch (device::manner_of(task.device.kind)) {
    case device::Manner::roll:
    case device::Manner::glide:
      return tracks(task, direction);
    case device::Manner::place:
      return placements(task, direction);
    case device::Manner::inject:
      return injections(task, direction);
  }
  return {};
}

/// Of a placement the tips' speed, which a spring or the study sets; over the skin the hand's, which differs from
/// stroke to stroke.
double speed_of(const Task& task, const Aim& aim, const HandErrors& errors, const HandChance& chance) {
  const bool is_placed = device::manner_of(task.device.kind) == device::Manner::place;
  if (is_placed && task.device.applicator.speed > 0) return task.device.applicator.speed;
  if (aim.is_place()) return task.technique.speed;
  return task.technique.speed * chance.log_normal_factor("strokes.speed", errors.speed_spread);
}

/// Time that passes before a stroke that follows another.
double time_between(const Task& task, const Stroke& before, const Stroke& after, const HandErrors& errors) {
  const bool is_change = before.direction != after.direction || device::is_left_on(task.device.kind);
  return is_change ? errors.change : errors.lift;
}

/// Where the stroke runs. Tracks are missed sideways and overrun at both ends, places are missed either way.
void place(Stroke& stroke, const Aim& aim, bool is_back, const HandErrors& errors, const HandChance& chance) {
  const double turn = errors.heading * chance.normal("strokes.heading");
  stroke.heading = aim.direction + turn + (is_back ? std::numbers::pi : 0);
  const double offset = aim.offset + errors.placement * chance.normal("strokes.placement");
  double along = 0.5 * (aim.begin + aim.end);
  if (aim.is_place()) {
    along += errors.placement * chance.normal("strokes.placement_along");
  } else {
    const double before = errors.overshoot * chance.exponential("strokes.overshoot_start");
    const double after = errors.overshoot * chance.exponential("strokes.overshoot_end");
    stroke.length = aim.end - aim.begin + before + after;
    along += 0.5 * (is_back ? before - after : after - before);
  }
  const numerics::Point middle = turned({along, offset}, aim.direction);
  const double half = 0.5 * stroke.length;
  stroke.start = {middle.x - half * std::cos(stroke.heading), middle.y - half * std::sin(stroke.heading)};
  stroke.bow = errors.bow * stroke.length * chance.normal("strokes.bow");
}

void press(Stroke& stroke, double wanted, const HandErrors& errors, const HandChance& chance) {
  const double force = wanted * chance.log_normal_factor("strokes.force", errors.force_spread);
  const double drift = std::exp(0.5 * errors.force_drift * chance.normal("strokes.force_drift"));
  stroke.force_start = force / drift;
  stroke.force_end = force * drift;
}

/// A needle held aslant errs in its angle, but never lies down further than half of it.
double tilt_of(const Aim& aim, const HandErrors& errors, const HandChance& chance) {
  if (aim.angle <= 0) return 0;
  const double held = aim.angle + errors.angle * chance.normal("strokes.angle");
  return std::abs(0.5 * std::numbers::pi - std::max(held, 0.5 * aim.angle));
}

}  // namespace

std::vector<Stroke> trace(const Technique& technique, const Hand& hand, const InjectionPatterns& patterns,
                          const device::Device& device, const skin::Skin& skin, const Member& member,
                          std::uint32_t session) {
  check(technique, device);
  const Task task{technique, hand, patterns, device, skin};
  const HandErrors errors = errors_of(hand, technique.skill);
  std::vector<Stroke> strokes;
  std::uint32_t number = 0;  // of what is meant, skipped or not
  for (std::size_t d = 0; d < technique.directions.size(); ++d) {
    const std::vector<Aim> aims = aims_of(task, technique.directions[d]);
    for (std::int32_t pass = 0; pass < technique.passes; ++pass) {
      for (const Aim& aim : aims) {
        const bool is_back = !aim.is_place() && number % 2 == 1;
        const HandChance chance(member, session, number++);
        if (aims.size() > 1 && chance.uniform("strokes.skip") < errors.skip) continue;
        Stroke& stroke = strokes.emplace_back();
        place(stroke, aim, is_back, errors, chance);
        press(stroke, technique.force, errors, chance);
        stroke.speed = speed_of(task, aim, errors, chance);
        stroke.dwell = aim.is_place() ? technique.hold.value : errors.dwell * chance.exponential("strokes.dwell");
        stroke.phase = chance.uniform("strokes.phase");
        stroke.tilt = tilt_of(aim, errors, chance);
        stroke.depth = aim.depth;
        stroke.direction = static_cast<std::int32_t>(d);
        stroke.pass = pass;
        if (strokes.size() > 1) stroke.before = time_between(task, strokes[strokes.size() - 2], stroke, errors);
      }
    }
  }
  return strokes;
}

}  // namespace percuta::strokes
