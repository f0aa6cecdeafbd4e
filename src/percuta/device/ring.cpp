#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "percuta/base/error.hpp"
#include "percuta/device/layout.hpp"

namespace percuta::device {

namespace {

constexpr double k_rounding = 1 + 8 * std::numeric_limits<double>::epsilon();

/// How many of `needles` stand on a circle with neighbours no closer than `pitch`: at least the one in the middle.
std::int64_t places_on(double radius, double pitch, std::int64_t needles) {
  if (pitch > 2 * radius * k_rounding) return 1;
  const double half_angle = std::asin(std::min(1.0, pitch / (2 * radius)));
  const double places = std::floor(std::numbers::pi / half_angle * k_rounding);
  return places < static_cast<double>(needles) ? static_cast<std::int64_t>(places) : needles;
}

}  // namespace

std::vector<numerics::Point> ring_points(std::int64_t needles, double radius, double pitch) {
  std::vector<numerics::Point> points;
  std::int64_t left = needles;
  for (double r = radius; left > 0; r -= pitch) {
    if (r < 0 && -r > radius * (k_rounding - 1)) {  // not just a last step onto the middle
      throw InputError(fmt::format("{} needles do not fit into rings that far apart", needles),
                       "make head.pitch smaller or head.width larger");
    }
    const std::int64_t here = pitch > 0 ? places_on(r, pitch, left) : left;
    const double at = here > 1 ? r : 0;
    for (std::int64_t i = 0; i < here; ++i) {
      const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(here);
      points.push_back({at * std::cos(angle), at * std::sin(angle)});
    }
    left -= here;
  }
  return points;
}

}  // namespace percuta::device
