#include "percuta/numerics/statistics/quadrats.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>

#include "percuta/base/error.hpp"

namespace percuta::numerics {
namespace {

constexpr double k_level = 1e-12;  // of a side: rounding in a corner's height

}  // namespace

Quadrats::Quadrats(const Polygon& window, double side, double least_inside)
    : box_(bounding_box(window)), side_(side), least_inside_(least_inside) {
  if (!(side > 0)) throw InputError("quadrats must be wider than 0");
  columns_ = static_cast<std::size_t>(std::ceil((box_.high.x - box_.low.x) / side));
  rows_ = static_cast<std::size_t>(std::ceil((box_.high.y - box_.low.y) / side));
  measure(window);
  leave_out_slivers();
}

void Quadrats::leave_out_slivers() {
  for (double& inside : areas_) {
    if (inside < least_inside_ * side_ * side_) inside = 0;
  }
}

void Quadrats::measure(const Polygon& window) {
  areas_.reserve(rows_ * columns_);
  for (std::size_t row = 0; row < rows_; ++row) {
    const double y = box_.low.y + static_cast<double>(row) * side_;
    const Polygon band = clipped(window, {{box_.low.x, y}, {box_.high.x, y + side_}});
    const Box plain = plain_part(band, y);
    for (std::size_t column = 0; column < columns_; ++column) {
      const double x = box_.low.x + static_cast<double>(column) * side_;
      const bool is_whole = x >= plain.low.x && x + side_ <= plain.high.x;
      areas_.push_back(is_whole ? side_ * side_ : area(clipped(band, {{x, y}, {x + side_, y + side_}})));
    }
  }
}

/// The part of a band of the window that is filled from its lower to its upper level; empty unless it has four corners.
Box Quadrats::plain_part(const Polygon& band, double y) const {
  const Box none{{1, 0}, {0, 0}};
  if (band.size() != 4) return none;
  std::vector<double> lower, upper;
  for (const Point& p : band) {
    if (std::abs(p.y - y) <= k_level * side_) lower.push_back(p.x);
    if (std::abs(p.y - y - side_) <= k_level * side_) upper.push_back(p.x);
  }
  if (lower.size() != 2 || upper.size() != 2) return none;
  const auto [a, b] = std::minmax(lower[0], lower[1]);
  const auto [c, d] = std::minmax(upper[0], upper[1]);
  return {{std::max(a, c), y}, {std::min(b, d), y + side_}};
}

std::size_t Quadrats::place_of(Point p) const {
  const auto column = std::min(static_cast<std::size_t>((p.x - box_.low.x) / side_), columns_ - 1);
  const auto row = std::min(static_cast<std::size_t>((p.y - box_.low.y) / side_), rows_ - 1);
  return row * columns_ + column;
}

QuadratCounts Quadrats::count(const std::vector<Point>& points) const {
  std::vector<double> n(areas_.size());
  if (!n.empty()) {
    for (const Point& p : points) n[place_of(p)] += 1;
  }
  return judged(n);
}

QuadratCounts Quadrats::count(const std::vector<Point>& points, const std::vector<double>& weights) const {
  std::vector<double> n(areas_.size());
  if (!n.empty()) {
    for (std::size_t i = 0; i < points.size(); ++i) n[place_of(points[i])] += weights[i];
  }
  return judged(n);
}

double Quadrats::share_below(const std::vector<Point>& points, double density) const {
  std::vector<double> n(areas_.size());
  for (const Point& p : points) n[place_of(p)] += 1;
  double all = 0, below = 0;
  for (std::size_t i = 0; i < n.size(); ++i) {
    all += areas_[i];
    if (n[i] < density * areas_[i]) below += areas_[i];
  }
  return all > 0 ? below / all : 0;
}

QuadratCounts Quadrats::judged(const std::vector<double>& n) const {
  QuadratCounts counts;
  double inside = 0, all = 0;
  for (std::size_t i = 0; i < n.size(); ++i) {
    if (areas_[i] <= 0) continue;
    inside += areas_[i];
    all += n[i];
    ++counts.quadrats;
  }
  if (all == 0) return counts;
  counts.density = all / inside;
  counts.mean = counts.density * side_ * side_;
  double sum = 0, thin = 0;
  for (std::size_t i = 0; i < n.size(); ++i) {
    if (areas_[i] <= 0) continue;
    const double expected = counts.density * areas_[i], off = n[i] - expected;
    sum += off * off / expected;
    if (2 * n[i] < expected) thin += areas_[i];
  }
  counts.thin_share = thin / inside;
  if (counts.quadrats > 1) counts.dispersion = sum / static_cast<double>(counts.quadrats - 1);
  return counts;
}

/// Of the quadrat's places that lie in the window, those under a footprint.
double Quadrats::share_under(Point corner, const std::vector<Region>& footprints, const Region& window) const {
  constexpr int k_places = 10;
  int all = 0, under = 0;
  for (int i = 0; i < k_places * k_places; ++i) {
    const Point at{corner.x + (i % k_places + 0.5) * side_ / k_places,
                   corner.y + (i / k_places + 0.5) * side_ / k_places};
    if (!window.contains(at)) continue;
    ++all;
    under += std::any_of(footprints.begin(), footprints.end(), [&](const Region& one) { return one.contains(at); });
  }
  return all > 0 ? static_cast<double>(under) / all : 0;
}

Quadrats Quadrats::within(const std::vector<Region>& footprints, const Region& window) const {
  Quadrats under = *this;
  for (std::size_t i = 0; i < areas_.size(); ++i) {
    if (areas_[i] <= 0) continue;
    const Point corner{box_.low.x + static_cast<double>(i % columns_) * side_,
                       box_.low.y + static_cast<double>(i / columns_) * side_};
    under.areas_[i] *= share_under(corner, footprints, window);
  }
  under.leave_out_slivers();
  return under;
}

QuadratCounts count_quadrats(const std::vector<Point>& points, const Polygon& window, double side,
                             double least_inside) {
  std::vector<Point> inside;
  std::copy_if(points.begin(), points.end(), std::back_inserter(inside), [&](Point p) { return contains(window, p); });
  return Quadrats(window, side, least_inside).count(inside);
}

double quadrat_dispersion(const std::vector<Point>& points, const Polygon& window, double side) {
  return count_quadrats(points, window, side).dispersion;
}

}  // namespace percuta::numerics
