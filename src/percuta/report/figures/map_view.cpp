#include "percuta/report/figures/map_view.hpp"

#include <algorithm>

#include "percuta/base/text/number.hpp"

namespace percuta::report {

namespace {

constexpr double k_smallest_view = 1 / k_mm_per_m;

void include(numerics::Box& box, numerics::Point point) {
  box.low.x = std::min(box.low.x, point.x);
  box.low.y = std::min(box.low.y, point.y);
  box.high.x = std::max(box.high.x, point.x);
  box.high.y = std::max(box.high.y, point.y);
}

}  // namespace

MapView MapView::fitting(const numerics::Box& box, const Frame& frame) {
  const double grown = 1 + 2 * style::k_map_margin;
  const double width = std::max(box.high.x - box.low.x, k_smallest_view) * grown;
  const double height = std::max(box.high.y - box.low.y, k_smallest_view) * grown;
  const numerics::Point middle = {(box.low.x + box.high.x) / 2, (box.low.y + box.high.y) / 2};

  MapView view;
  view.frame_ = frame;
  view.pixels_per_metre_ = std::min(frame.width() / width, frame.height() / height);
  const double half_width = frame.width() / view.pixels_per_metre_ / 2;
  const double half_height = frame.height() / view.pixels_per_metre_ / 2;
  view.shown_ = {{middle.x - half_width, middle.y - half_height}, {middle.x + half_width, middle.y + half_height}};
  return view;
}

Spot MapView::spot(numerics::Point point) const {
  return {frame_.left + pixels(point.x - shown_.low.x), frame_.bottom - pixels(point.y - shown_.low.y)};
}

std::vector<Spot> MapView::spots(const std::vector<numerics::Point>& points) const {
  std::vector<Spot> result;
  result.reserve(points.size());
  for (const numerics::Point& point : points) result.push_back(spot(point));
  return result;
}

numerics::Box treated_box(const skin::Skin& skin, const punctures::Punctures& punctures) {
  if (skin.window.empty() && punctures.all.empty()) return {{0, 0}, {10 / k_mm_per_m, 10 / k_mm_per_m}};
  const numerics::Point first =
      skin.window.empty() ? numerics::Point{punctures.all.front().x, punctures.all.front().y} : skin.window.front();
  numerics::Box box = {first, first};
  for (const numerics::Point& corner : skin.window) include(box, corner);
  for (const punctures::Puncture& puncture : punctures.all) include(box, {puncture.x, puncture.y});
  return box;
}

}  // namespace percuta::report
