#include "percuta/strokes/aim.hpp"

#include <algorithm>
#include <cmath>

namespace percuta::strokes {
namespace {

/// The window in the frame of the direction.
numerics::Polygon levelled(numerics::Polygon window, double direction) {
  for (numerics::Point& p : window) p = turned(p, -direction);
  return window;
}

}  // namespace

numerics::Point turned(numerics::Point point, double direction) {
  const double c = std::cos(direction), s = std::sin(direction);
  return {c * point.x - s * point.y, s * point.x + c * point.y};
}

std::vector<Aim> bands_over(const numerics::Polygon& window, double direction, double width, double spacing) {
  const numerics::Polygon level = levelled(window, direction);
  const numerics::Box box = numerics::bounding_box(level);
  const double extent = box.high.y - box.low.y;
  const auto n = static_cast<std::int64_t>(std::max(1.0, std::ceil(extent / spacing)));
  const double middle = 0.5 * (box.low.y + box.high.y);
  std::vector<Aim> bands;
  for (std::int64_t k = 0; k < n; ++k) {
    const double offset = middle + (static_cast<double>(k) - 0.5 * static_cast<double>(n - 1)) * spacing;
    const numerics::Box strip{{box.low.x, offset - 0.5 * width}, {box.high.x, offset + 0.5 * width}};
    const numerics::Polygon under = numerics::clipped(level, strip);
    if (under.empty()) continue;
    const numerics::Box reach = numerics::bounding_box(under);
    bands.push_back({.direction = direction, .offset = offset, .begin = reach.low.x, .end = reach.high.x});
  }
  return bands;
}

std::vector<Aim> places_round(numerics::Point middle, const numerics::Polygon& window, double direction,
                              const Step& step) {
  const numerics::Polygon level = levelled(window, direction);
  const numerics::Box box = numerics::bounding_box(level);
  const numerics::Point at = turned(middle, -direction);
  const auto index = [](double distance, double each) {
    return static_cast<std::int64_t>(std::floor(distance / each));
  };
  const std::int64_t left = index(at.x - box.low.x, step.along), right = index(box.high.x - at.x, step.along);
  const std::int64_t below = index(at.y - box.low.y, step.across), above = index(box.high.y - at.y, step.across);
  std::vector<Aim> places;
  for (std::int64_t row = std::min<std::int64_t>(-below, 0); row <= std::max<std::int64_t>(above, 0); ++row) {
    for (std::int64_t i = std::min<std::int64_t>(-left, 0); i <= std::max<std::int64_t>(right, 0); ++i) {
      const double x = at.x + static_cast<double>(i) * step.along, y = at.y + static_cast<double>(row) * step.across;
      const bool is_middle = row == 0 && i == 0;
      if (!is_middle && !numerics::contains(level, {x, y})) continue;
      places.push_back({.direction = direction, .offset = y, .begin = x, .end = x});
    }
  }
  return places;
}

}  // namespace percuta::strokes
