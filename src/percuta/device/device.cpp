#include "percuta/device/device.hpp"

#include <algorithm>

namespace percuta::device {

double radius_at(const Needle& needle, double z) {
  const double base = 0.5 * needle.diameter;
  const double tip = std::min(needle.tip_radius.value, base);
  const double taper = needle.taper_share * needle.length;
  return tip + (base - tip) * std::clamp(z / taper, 0.0, 1.0);
}

std::int64_t needle_count(const Device& device) {
  return device.kind == "roller" ? device.drum.rows * device.drum.columns : device.head.needles;
}

double working_width(const Device& device) {
  return device.kind == "roller" ? device.drum.width : device.head.width;
}

bool is_built(const std::string& kind) {
  return kind == "roller";
}

const std::vector<std::string>& kinds() {
  static const std::vector<std::string> words = {"roller", "pen", "stamp", "patch", "injector", "rf"};
  return words;
}

}  // namespace percuta::device
