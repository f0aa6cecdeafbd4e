#include "percuta/device/layout.hpp"

#include <algorithm>
#include <cmath>

#include "percuta/base/error.hpp"
#include "percuta/device/soundness.hpp"

namespace percuta::device {

namespace {

/// Needles per row: as many as there are rows or one more, unless the head says how many rows.
std::int64_t per_row_of(const Head& head) {
  const std::int64_t needles = std::max<std::int64_t>(head.needles, 1);  // an outline's are told by nobody
  if (head.rows > 0) return ceiling(needles, head.rows);
  if (head.layout == "rows") return ceiling(needles, 2);
  return static_cast<std::int64_t>(std::ceil(std::sqrt(static_cast<double>(needles))));
}

std::vector<numerics::Point> points_of(const std::vector<std::vector<double>>& pairs) {
  std::vector<numerics::Point> points;
  points.reserve(pairs.size());
  for (const std::vector<double>& pair : pairs) points.push_back({pair[0], pair[1]});
  return points;
}

}  // namespace

std::int64_t ceiling(std::int64_t n, std::int64_t parts) {
  return (n + parts - 1) / parts;
}

Lattice lattice_of(const Head& head) {
  Lattice lattice;
  lattice.per_row = per_row_of(head);
  lattice.rows = ceiling(head.needles, lattice.per_row);
  lattice.pitch = head.pitch > 0 ? head.pitch.value : head.width / static_cast<double>(lattice.per_row);
  lattice.row_gap = lattice.pitch;
  if (head.layout == "hex") {
    lattice.row_gap = 0.5 * std::sqrt(3) * lattice.pitch;
    lattice.stagger = 0.5;
    lattice.period = 2;
  } else if (head.layout == "rows") {
    lattice.stagger = 1 / static_cast<double>(lattice.rows);
    lattice.period = lattice.rows;
  }
  return lattice;
}

const std::vector<std::string>& layouts() {
  static const std::vector<std::string> words = {"grid", "hex", "ring", "rows", "csv"};
  return words;
}

numerics::Polygon outline_of(const Head& head) {
  numerics::Polygon outline = points_of(head.outline);
  if (outline.size() < 3 || !numerics::is_simple(outline) || numerics::area(outline) <= 0) {
    throw InputError("head.outline has no inside or crosses itself", "list at least three corners, in order");
  }
  return outline;
}

std::vector<numerics::Point> layout(const Device& device) {
  if (body_of(device.kind) != "head") return {};
  const Head& head = device.head;
  Faults faults;
  find_layout_faults(head, faults);
  if (!faults.empty()) throw InputError(faults.front().message, faults.front().hint);
  if (head.layout == "csv") return points_of(head.positions);
  if (head.layout == "ring") return ring_points(head.needles, 0.5 * head.width, head.pitch);
  if (head.outline.empty()) return lattice_points(lattice_of(head), head.needles);
  std::vector<numerics::Point> points = lattice_inside(lattice_of(head), outline_of(head));
  if (points.empty()) throw InputError("no needle fits into head.outline", "make head.pitch smaller");
  return points;
}

}  // namespace percuta::device
