#include "percuta/numerics/statistics/edge_correction.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "percuta/base/error.hpp"
#include "percuta/numerics/geometry/polygon_overlap.hpp"
#include "percuta/numerics/statistics/arc.hpp"

namespace percuta::numerics {
namespace {

constexpr double k_full_turn = 2 * std::numbers::pi;
constexpr double k_near_miss = 1e-9;  // of the radius

/// Corners so that the inside lies to the left of each edge.
Polygon anticlockwise(const Polygon& polygon) {
  double twice = 0;
  for (std::size_t i = 1; i + 1 < polygon.size(); ++i) {
    const Point o = polygon[0], a = polygon[i], b = polygon[i + 1];
    twice += (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
  }
  return twice >= 0 ? polygon : Polygon(polygon.rbegin(), polygon.rend());
}

bool stands_square(const Polygon& polygon) {
  if (polygon.size() != 4) return false;
  for (std::size_t i = 0; i < 4; ++i) {
    const Point a = polygon[i], b = polygon[(i + 1) % 4];
    if (a.x != b.x && a.y != b.y) return false;
  }
  return true;
}

double within_turn(double angle) {
  const double turned = std::fmod(angle, k_full_turn);
  return turned < 0 ? turned + k_full_turn : turned;
}

}  // namespace

EdgeCorrection::EdgeCorrection(const Polygon& window)
    : window_(anticlockwise(window)),
      box_(bounding_box(window)),
      area_(numerics::area(window)),
      is_rectangle_(stands_square(window)),
      region_(is_rectangle_ ? Polygon() : window_) {
  if (!is_simple(window) || !(area_ > 0))
    throw InputError("a window of points must be a polygon that does not cross itself");
  for (std::size_t i = 0; i < window_.size(); ++i) {
    const Point a = window_[i], b = window_[(i + 1) % window_.size()];
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    if (length > 0)
      edges_.push_back({a, {(b.x - a.x) / length, (b.y - a.y) / length}, length, std::atan2(b.y - a.y, b.x - a.x)});
  }
}

bool EdgeCorrection::contains(Point point) const {
  if (!is_rectangle_) return region_.contains(point);
  return point.x >= box_.low.x && point.x <= box_.high.x && point.y >= box_.low.y && point.y <= box_.high.y;
}

double EdgeCorrection::boundary_distance(Point point) const {
  if (is_rectangle_ && contains(point)) {
    return std::min({point.x - box_.low.x, box_.high.x - point.x, point.y - box_.low.y, box_.high.y - point.y});
  }
  double least = std::numeric_limits<double>::infinity();
  for (const Edge& edge : edges_) {
    const double x = point.x - edge.from.x, y = point.y - edge.from.y;
    const double foot = std::clamp(x * edge.along.x + y * edge.along.y, 0.0, edge.length);
    const double off_x = x - foot * edge.along.x, off_y = y - foot * edge.along.y;
    least = std::min(least, off_x * off_x + off_y * off_y);
  }
  return std::sqrt(least);
}

void EdgeCorrection::find_near_edges(Point point, double reach, std::vector<NearEdge>& near) const {
  near.clear();
  for (const Edge& edge : edges_) {
    const double x = point.x - edge.from.x, y = point.y - edge.from.y;
    const double distance = edge.along.x * y - edge.along.y * x, foot = x * edge.along.x + y * edge.along.y;
    const double beyond = std::max({0.0, -foot, foot - edge.length});
    if (distance * distance + beyond * beyond < reach * reach)
      near.push_back({distance, foot, edge.length, edge.heading});
  }
}

double EdgeCorrection::isotropic_weight(Point centre, double radius, const std::vector<NearEdge>& near) const {
  const NearEdge* only = nullptr;
  for (const NearEdge& edge : near) {
    if (std::abs(edge.distance) >= radius) continue;
    if (only != nullptr) return std::min(k_most_weight, 1 / crossed_share(centre, radius, near));
    only = &edge;
  }
  if (only == nullptr) return 1;
  const double half = std::sqrt(radius * radius - only->distance * only->distance);
  if (only->foot < half || only->foot + half > only->length) {
    return std::min(k_most_weight, 1 / crossed_share(centre, radius, near));
  }
  const double cosine = only->distance / radius;
  const double outside = cosine >= 0 ? acute_arc(cosine) : std::acos(cosine);
  return std::numbers::pi / (std::numbers::pi - outside);
}

/// Follows the circle anticlockwise: it enters the window where it crosses an edge forwards of the foot, and leaves
/// behind it. So the inside arcs add up to the angles of leaving less those of entering, plus a turn when the first
/// crossing leaves.
double EdgeCorrection::crossed_share(Point centre, double radius, const std::vector<NearEdge>& near) const {
  double inside = 0, first = std::numeric_limits<double>::infinity();
  int entered = 0;
  bool first_leaves = true;
  const auto cross = [&](double angle, bool leaves) {
    const double turned = within_turn(angle);
    inside += leaves ? turned : -turned;
    entered += leaves ? -1 : 1;
    if (turned < first) {
      first = turned;
      first_leaves = leaves;
    }
  };
  for (const NearEdge& edge : near) {
    if (std::abs(edge.distance) >= radius) continue;
    const double half = std::sqrt(radius * radius - edge.distance * edge.distance);
    const double lean = std::asin(edge.distance / radius);
    if (edge.foot + half >= 0 && edge.foot + half < edge.length) cross(edge.heading - lean, false);
    if (edge.foot - half >= 0 && edge.foot - half < edge.length) cross(edge.heading + std::numbers::pi + lean, true);
  }
  if (entered != 0) return share_by_arcs(centre, radius, near);
  if (first_leaves) inside += k_full_turn;
  if (!(inside >= 0) || inside > k_full_turn) return share_by_arcs(centre, radius, near);
  return inside / k_full_turn;
}

/// For circles through a corner, where rounding may lose a crossing: near misses count too, and every arc is asked at
/// its middle.
double EdgeCorrection::share_by_arcs(Point centre, double radius, const std::vector<NearEdge>& near) const {
  const double miss = k_near_miss * radius;
  std::vector<double> angles;
  for (const NearEdge& edge : near) {
    if (std::abs(edge.distance) >= radius) continue;
    const double half = std::sqrt(radius * radius - edge.distance * edge.distance);
    const double lean = std::asin(edge.distance / radius);
    const auto is_met = [&](double foot) { return foot >= -miss && foot <= edge.length + miss; };
    if (is_met(edge.foot + half)) angles.push_back(within_turn(edge.heading - lean));
    if (is_met(edge.foot - half)) angles.push_back(within_turn(edge.heading + std::numbers::pi + lean));
  }
  if (angles.empty()) return 1;
  std::sort(angles.begin(), angles.end());
  angles.push_back(angles.front() + k_full_turn);
  double inside = 0;
  for (std::size_t i = 0; i + 1 < angles.size(); ++i) {
    const double middle = 0.5 * (angles[i] + angles[i + 1]);
    const Point p{centre.x + radius * std::cos(middle), centre.y + radius * std::sin(middle)};
    if (contains(p)) inside += angles[i + 1] - angles[i];
  }
  return inside / k_full_turn;
}

double EdgeCorrection::polygon_translation_weight(double dx, double dy) const {
  Polygon shifted = window_;
  for (Point& p : shifted) p = {p.x + dx, p.y + dy};
  return std::min(k_most_weight, area_ / shared_area(window_, shifted));
}

}  // namespace percuta::numerics
