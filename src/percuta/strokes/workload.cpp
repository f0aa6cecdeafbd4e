#include "percuta/strokes/aim.hpp"
#include "percuta/strokes/hand_chance.hpp"

namespace percuta::strokes {

Extent extent_of(const Task& task, double direction) {
  const numerics::Polygon& window = task.skin.window;
  const device::Manner manner = device::manner_of(task.device.kind);
  if (manner == device::Manner::inject) {
    const double spacing = as_asked(task.technique, task.patterns).spacing;
    return extent_of_places(numerics::centroid(window), window, direction, {spacing, spacing});
  }
  if (manner == device::Manner::place) {
    const Laying laying = laying_of(task);
    const Step& step = laying.step;
    return laying.is_round ? extent_of_places(laying.middle, window, direction, step)
                           : extent_of_bands(window, direction, laying.width, step.across, step.along);
  }
  const double width = device::working_width(task.device);
  return extent_of_bands(window, direction, width, width * (1 - task.hand.track_overlap), 0);
}

Workload workload(const Technique& technique, const Hand& hand, const InjectionPatterns& patterns,
                  const device::Device& device, const skin::Skin& skin) {
  check(technique, device);
  const HandErrors errors = errors_of(hand, technique.skill);
  Workload all;
  for (const Quantity& direction : technique.directions) {
    const Extent extent = extent_of({technique, hand, patterns, device, skin}, direction);
    const double done = static_cast<double>(technique.passes) * (extent.aims > 1 ? 1 - errors.skip : 1);
    all.strokes += done * extent.aims;
    if (extent.length <= 0) continue;
    all.length += done * (extent.length + extent.aims * 2 * errors.overshoot);
    all.dwell += done * extent.aims * 2 * errors.dwell;
  }
  return all;
}

}  // namespace percuta::strokes
