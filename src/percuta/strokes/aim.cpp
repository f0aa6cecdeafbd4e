#include "percuta/strokes/aim.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace percuta::strokes {
namespace {

/// The window in the frame of the direction.
numerics::Polygon levelled(numerics::Polygon window, double direction) {
  for (numerics::Point& p : window) p = turned(p, -direction);
  return window;
}

constexpr int k_most_looked_at = 300;  // bands, or places along a side, that an extent counts one by one

/// Bands side by side across a window.
struct BandRow {
  numerics::Polygon level;  ///< the window in the frame of the direction
  numerics::Box box;
  double direction = 0, width = 0, spacing = 0;
  double count = 1;
};

BandRow row_over(const numerics::Polygon& window, double direction, double width, double spacing) {
  BandRow row{levelled(window, direction), {}, direction, width, spacing, 1};
  row.box = numerics::bounding_box(row.level);
  row.count = std::max(1.0, std::ceil((row.box.high.y - row.box.low.y) / spacing));
  return row;
}

/// Band `k` from 0; none where the window does not reach under it.
std::optional<Aim> band_at(const BandRow& row, double k) {
  const double middle = 0.5 * (row.box.low.y + row.box.high.y);
  const double offset = middle + (k - 0.5 * (row.count - 1)) * row.spacing;
  const numerics::Box strip{{row.box.low.x, offset - 0.5 * row.width}, {row.box.high.x, offset + 0.5 * row.width}};
  const numerics::Polygon under = numerics::clipped(row.level, strip);
  if (under.empty()) return std::nullopt;
  const numerics::Box reach = numerics::bounding_box(under);
  return Aim{.direction = row.direction, .offset = offset, .begin = reach.low.x, .end = reach.high.x};
}

}  // namespace

numerics::Point turned(numerics::Point point, double direction) {
  const double c = std::cos(direction), s = std::sin(direction);
  return {c * point.x - s * point.y, s * point.x + c * point.y};
}

std::vector<Aim> bands_over(const numerics::Polygon& window, double direction, double width, double spacing) {
  const BandRow row = row_over(window, direction, width, spacing);
  std::vector<Aim> bands;
  for (std::int64_t k = 0; k < static_cast<std::int64_t>(row.count); ++k) {
    if (const auto band = band_at(row, static_cast<double>(k))) bands.push_back(*band);
  }
  return bands;
}

Extent extent_of_bands(const numerics::Polygon& window, double direction, double width, double spacing, double along) {
  const BandRow row = row_over(window, direction, width, spacing);
  const double looked_at = std::min<double>(row.count, k_most_looked_at), stride = row.count / looked_at;
  Extent extent;
  for (std::int64_t i = 0; i < static_cast<std::int64_t>(looked_at); ++i) {
    const double k = stride > 1 ? (static_cast<double>(i) + 0.5) * stride : static_cast<double>(i);
    const auto band = band_at(row, k);
    if (!band) continue;
    const double length = band->end - band->begin;
    extent.aims += stride * (along > 0 ? std::max(1.0, std::ceil(length / along)) : 1);
    extent.length += along > 0 ? 0 : stride * length;
  }
  return extent;
}

Extent extent_of_places(numerics::Point middle, const numerics::Polygon& window, double direction, const Step& step) {
  const numerics::Box box = numerics::bounding_box(levelled(window, direction));
  const double looked_at = (box.high.x - box.low.x) / step.along * ((box.high.y - box.low.y) / step.across);
  const double by_area = numerics::area(window) / step.along / step.across;
  const bool is_many = looked_at > k_most_looked_at * k_most_looked_at;
  return {is_many ? by_area : static_cast<double>(places_round(middle, window, direction, step).size()), 0};
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
