#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "percuta/base/error.hpp"
#include "percuta/device/layout.hpp"
#include "percuta/device/soundness.hpp"

namespace percuta::device {

namespace {

using numerics::Box;
using numerics::Point;

constexpr int k_rounding = 1000;  // a thousandth more is what rounding does
constexpr int k_drawing = 20;     // a drawing and its measure may differ by so small a part

bool is_more(double value, double bound) {
  return value * k_rounding > bound * (k_rounding + 1);
}

std::string text_of(const Box& box) {
  return fmt::format("x from {} to {}, y from {} to {}", in_mm(box.low.x), in_mm(box.high.x), in_mm(box.low.y),
                     in_mm(box.high.y));
}

Point middle_of(const Box& box) {
  return {0.5 * (box.low.x + box.high.x), 0.5 * (box.low.y + box.high.y)};
}

Point mean_of(const std::vector<Point>& points) {
  Point sum;
  for (const Point point : points) sum = {sum.x + point.x, sum.y + point.y};
  const auto n = static_cast<double>(points.size());
  return {sum.x / n, sum.y / n};
}

/// How far needles of a list stand apart, roughly: their share of the box, or of its longer side [m].
double spacing_of(const Box& box, std::size_t needles) {
  const double along = box.high.x - box.low.x, across = box.high.y - box.low.y;
  const auto n = static_cast<double>(needles);
  return std::max(std::sqrt(along * across / n), std::max(along, across) / n);
}

/// Adds a fault for what is drawn round another point than the head's middle: neither its box nor its centre of mass
/// lies within a pitch of that.
void find_shift(const std::string& key, const Box& box, Point mass, double pitch, Faults& faults) {
  const Point middle = middle_of(box);
  if (!is_more(std::hypot(middle.x, middle.y), pitch) || !is_more(std::hypot(mass.x, mass.y), pitch)) return;
  faults.push_back({key, fmt::format("{} lies beside the head's middle, which is 0, 0: {}", key, text_of(box)),
                    fmt::format("move every point by {} along x and {} along y", in_mm(-middle.x), in_mm(-middle.y))});
}

void find_twins(const std::vector<Point>& points, Faults& faults) {
  std::vector<std::size_t> order(points.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto place = [&](std::size_t i) { return std::pair(points[i].x, points[i].y); };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return place(a) < place(b); });
  for (std::size_t i = 1; i < order.size(); ++i) {
    const std::size_t one = order[i - 1], other = order[i];
    if (place(one) != place(other)) continue;
    faults.push_back({"head.positions",
                      fmt::format("needles {} and {} of head.positions stand at one place: {}, {}", one + 1, other + 1,
                                  in_mm(points[one].x), in_mm(points[one].y)),
                      "list each needle once"});
    return;
  }
}

void find_list_faults(const Head& head, const std::vector<Point>& points, const Box& box, Faults& faults) {
  const auto listed = static_cast<std::int64_t>(points.size());
  if (head.needles > 0 && head.needles != listed) {
    faults.push_back({"head.needles",
                      fmt::format("head.needles is {}, and head.positions lists {}", head.needles, listed),
                      "leave head.needles out, or list them all"});
  }
  find_twins(points, faults);
  if (points.size() > 1) find_shift("head.positions", box, mean_of(points), spacing_of(box, points.size()), faults);
}

/// An outline tells the width and the number; what the file says besides must be of the same drawing.
void find_outline_faults(const Head& head, const std::vector<Point>& points, Faults& faults) {
  const numerics::Polygon outline = outline_of(head);
  const Box box = numerics::bounding_box(outline);
  find_shift("head.outline", box, numerics::centroid(outline), head.pitch, faults);
  const auto inside = static_cast<std::int64_t>(points.size());
  if (head.needles > 0 && std::abs(head.needles - inside) * k_drawing > inside) {
    faults.push_back({"head.needles",
                      fmt::format("head.needles is {}, and the outline holds {} at head.pitch {}", head.needles, inside,
                                  in_mm(head.pitch)),
                      "leave head.needles out, or mend the pitch"});
  }
  const double across = box.high.y - box.low.y;
  const double off = std::max(head.width.low - across, across - std::max(head.width.high, head.width.value));
  if (off > head.pitch && off * k_drawing > across) {
    faults.push_back({"head.width",
                      fmt::format("head.width is {}, and head.outline {} across", in_mm(head.width), in_mm(across)),
                      "the width is that along y; one of the two is wrong"});
  }
}

/// Needles beyond the width that the file gives the head, or beyond its guide ring.
void find_reach_faults(const Head& head, const std::vector<Point>& points, const Box& box, Faults& faults) {
  const bool is_list = head.layout == "csv";
  const double width = std::max(head.width.value, head.width.high);
  const double reach = 2 * std::max(std::abs(box.low.y), std::abs(box.high.y));
  const double across = box.high.y - box.low.y;
  if (head.outline.empty() && (is_list || head.pitch > 0) && is_more(reach, width)) {
    const std::string key = is_list ? "head.positions" : "head.pitch";
    const bool fits = !is_more(across, width);
    faults.push_back({key, fmt::format("needles stand beyond head.width, {}: {}", in_mm(head.width), text_of(box)),
                      fits ? fmt::format("the width runs from {} to {}: move the needles by {} along y",
                                         in_mm(-width / 2), in_mm(width / 2), in_mm(-0.5 * (box.low.y + box.high.y)))
                           : fmt::format("they are {} across; one of the two is wrong", in_mm(across))});
  }
  if (head.aperture <= 0) return;
  double farthest = 0;
  for (const Point point : points) farthest = std::max(farthest, std::hypot(point.x, point.y));
  if (is_more(farthest, std::max(head.aperture.value, head.aperture.high))) {
    faults.push_back({"head.aperture",
                      fmt::format("needles stand up to {} from the head's middle, and head.aperture, the radius of the "
                                  "ring round them, is {}",
                                  in_mm(farthest), in_mm(head.aperture)),
                      "the ring is wider than the needles' field"});
  }
}

}  // namespace

void find_head_faults(const Device& device, Faults& faults) {
  const Head& head = device.head;
  std::vector<Point> points;
  try {
    points = layout(device);
  } catch (const InputError& error) {
    const char* key = head.outline.empty() ? "head.pitch" : "head.outline";
    for (const Problem& problem : error.problems()) faults.push_back({key, problem.message, problem.hint});
    return;
  }
  const Box box = numerics::bounding_box(points);
  const std::size_t before = faults.size();
  if (head.layout == "csv") find_list_faults(head, points, box, faults);
  if (!head.outline.empty()) find_outline_faults(head, points, faults);
  const bool is_shifted = std::any_of(faults.begin() + static_cast<std::ptrdiff_t>(before), faults.end(),
                                      [](const Fault& fault) { return fault.key == "head.positions"; });
  if (!is_shifted) find_reach_faults(head, points, box, faults);
  if (manner_of(device.kind) == Manner::glide && head.frequency <= 0) {
    faults.push_back({"head.frequency", "a pen lands its needles by a piston that strikes while the hand glides",
                      "give head.frequency above 0"});
  }
}

}  // namespace percuta::device
