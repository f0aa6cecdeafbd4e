#include "percuta/strokes/aim.hpp"

namespace percuta::strokes {

std::vector<Aim> injections(const Task& task, double direction) {
  const InjectionPattern own = as_asked(task.technique, task.patterns);
  const numerics::Polygon& window = task.skin.window;
  std::vector<Aim> points = places_round(numerics::centroid(window), window, direction, {own.spacing, own.spacing});
  for (Aim& point : points) {
    point.angle = own.angle;
    point.depth = own.depth;
  }
  return points;
}

}  // namespace percuta::strokes
