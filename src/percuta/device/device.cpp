#include "percuta/device/device.hpp"

#include <numbers>

#include "percuta/device/layout.hpp"

namespace percuta::device {

std::int64_t needle_count(const Device& device) {
  if (body_of(device.kind) == "drum") return device.drum.rows * device.drum.columns;
  const Head& head = device.head;
  if (head.layout == "csv" || !head.outline.empty()) return static_cast<std::int64_t>(layout(device).size());
  return head.needles;
}

double working_width(const Device& device) {
  if (body_of(device.kind) == "drum") return device.drum.width;
  if (device.head.outline.empty()) return device.head.width;
  const numerics::Box box = numerics::bounding_box(outline_of(device.head));
  return box.high.y - box.low.y;
}

double field_area(const Device& device) {
  if (body_of(device.kind) != "head") return 0;
  const Head& head = device.head;
  if (!head.outline.empty()) return numerics::area(outline_of(head));
  const double square = head.width * head.width;
  return head.layout == "ring" ? std::numbers::pi / 4 * square : square;
}

}  // namespace percuta::device
