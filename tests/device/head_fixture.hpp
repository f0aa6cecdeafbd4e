#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "percuta/device/device.hpp"

namespace percuta::tests {

/// A stamp of round numbers: needles on 10 mm.
inline device::Device stamp(const std::string& layout, std::int64_t needles) {
  device::Device device;
  device.title = "Test stamp";
  device.kind = "stamp";
  device.setting = "clinic";
  device.needle.length = certain(1e-3);
  device.needle.diameter = certain(0.2e-3);
  device.needle.tip_radius = certain(5e-6);
  device.needle.taper_share = certain(1);
  device.head.layout = layout;
  device.head.needles = needles;
  device.head.width = certain(10e-3);
  return device;
}

/// Distance from point `i` to its nearest neighbour [m].
inline double nearest(const std::vector<numerics::Point>& points, std::size_t i) {
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t j = 0; j < points.size(); ++j) {
    if (j != i) least = std::min(least, std::hypot(points[j].x - points[i].x, points[j].y - points[i].y));
  }
  return least;
}

}  // namespace percuta::tests
