#include <algorithm>
#include <cmath>

#include "percuta/strokes/aim.hpp"

namespace percuta::strokes {
namespace {

double middle_of(double low, double high) {
  return 0.5 * (low + high);
}

/// What one placement covers. Along the path the needles have the same margin as across it; a single line of them
/// covers at least its share of the width.
Step footprint_of(const device::Device& device) {
  const double across = device::working_width(device);
  const std::vector<numerics::Point> needles = device::layout(device);
  const numerics::Box box = numerics::bounding_box(needles);
  const double margin = std::max(0.0, across - (box.high.y - box.low.y));
  const double least = across / static_cast<double>(std::max<std::size_t>(needles.size(), 1));
  return {std::max(box.high.x - box.low.x + margin, least), across};
}

/// Middle of the expression lines, each part weighing by its length; the window's middle where it lies outside that.
numerics::Point middle_of_lines(const skin::Skin& skin) {
  double length = 0, x = 0, y = 0;
  for (const std::vector<numerics::Point>& line : skin.expression_lines) {
    for (std::size_t i = 1; i < line.size(); ++i) {
      const numerics::Point a = line[i - 1], b = line[i];
      const double part = std::hypot(b.x - a.x, b.y - a.y);
      length += part;
      x += part * middle_of(a.x, b.x);
      y += part * middle_of(a.y, b.y);
    }
  }
  const numerics::Point middle{x / length, y / length};
  return length > 0 && numerics::contains(skin.window, middle) ? middle : numerics::centroid(skin.window);
}

/// Places in rows, end to end, as many as cover the window.
std::vector<Aim> covering(const numerics::Polygon& window, double direction, double width, const Step& step) {
  std::vector<Aim> places;
  for (const Aim& band : bands_over(window, direction, width, step.across)) {
    const auto n = static_cast<std::int64_t>(std::max(1.0, std::ceil((band.end - band.begin) / step.along)));
    for (std::int64_t k = 0; k < n; ++k) {
      Aim place = band;
      const double from_middle = static_cast<double>(k) - 0.5 * static_cast<double>(n - 1);
      place.begin = place.end = middle_of(band.begin, band.end) + from_middle * step.along;
      places.push_back(place);
    }
  }
  return places;
}

}  // namespace

Laying laying_of(const Task& task) {
  const Step footprint = footprint_of(task.device);
  const double spacing = task.technique.spacing;
  Laying laying;
  laying.is_round = !task.device.head.outline.empty();
  laying.middle = middle_of_lines(task.skin);
  laying.width = footprint.across;
  const double meant = laying.is_round ? 1 : 1 - task.hand.track_overlap;  // shaped patches are laid side by side
  laying.step = spacing > 0 ? Step{spacing, spacing} : Step{footprint.along * meant, footprint.across * meant};
  return laying;
}

std::vector<Aim> placements(const Task& task, double direction) {
  const Laying laying = laying_of(task);
  const numerics::Polygon& window = task.skin.window;
  std::vector<Aim> places = laying.is_round ? places_round(laying.middle, window, direction, laying.step)
                                            : covering(window, direction, laying.width, laying.step);
  for (Aim& place : places) {
    place.angle = task.technique.angle;
    place.depth = task.technique.depth;
  }
  return places;
}

}  // namespace percuta::strokes
