#include "percuta/strokes/aim.hpp"

namespace percuta::strokes {

std::vector<Aim> tracks(const Task& task, double direction) {
  const double width = device::working_width(task.device);
  return bands_over(task.skin.window, direction, width, width * (1 - task.hand.track_overlap));
}

}  // namespace percuta::strokes
