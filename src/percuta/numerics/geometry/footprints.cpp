#include "percuta/numerics/geometry/footprints.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

#include "percuta/base/error.hpp"

namespace percuta::numerics {
namespace {

/// Twice the signed area of the triangle a, b, c.
double turn(Point a, Point b, Point c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

constexpr std::size_t k_few = 32;  // points, not worth thinning
constexpr double k_well = 1e-9;    // of the extent: beyond any rounding

/// The corners of a convex polygon round points, anticlockwise, after Andrew: along the lower side and back.
Polygon wrapped(std::vector<Point>& points) {
  std::sort(points.begin(), points.end(), [](Point a, Point b) { return a.x < b.x || (a.x == b.x && a.y < b.y); });
  Polygon hull;
  const auto wrap = [&](Point p, std::size_t kept) {
    while (hull.size() >= kept + 2 && turn(hull[hull.size() - 2], hull.back(), p) <= 0) hull.pop_back();
    hull.push_back(p);
  };
  for (const Point& p : points) wrap(p, 0);
  const std::size_t lower = hull.size();
  for (std::size_t i = points.size(); i-- > 1;) wrap(points[i - 1], lower - 1);
  if (hull.size() > 1) hull.pop_back();
  return hull;
}

/// The points that stand farthest in eight directions, one each.
std::vector<Point> farthest(const std::vector<Point>& points) {
  const auto steps = [](Point p) { return std::array{p.x, p.y, p.x + p.y, p.x - p.y}; };
  std::array<double, 4> least = steps(points[0]), most = least;
  std::array<Point, 8> ends;
  ends.fill(points[0]);
  for (const Point& p : points) {
    const auto place = steps(p);
    for (std::size_t k = 0; k < place.size(); ++k) {
      if (place[k] < least[k]) ends[2 * k] = p;
      if (place[k] > most[k]) ends[2 * k + 1] = p;
      least[k] = std::min(least[k], place[k]);
      most[k] = std::max(most[k], place[k]);
    }
  }
  return {ends.begin(), ends.end()};
}

/// Leaves out points well inside the polygon of the farthest ones: no corner of the hull is among them.
void thin(std::vector<Point>& points) {
  std::vector<Point> ends = farthest(points);
  const Box box = bounding_box(ends);
  const Polygon core = wrapped(ends);
  const double width = box.high.x - box.low.x, height = box.high.y - box.low.y;
  const double well = k_well * (width * width + height * height);
  const auto is_well_inside = [&](Point p) {
    for (std::size_t i = 0, j = core.size() - 1; i < core.size(); j = i++) {
      if (turn(core[j], core[i], p) <= well) return false;
    }
    return true;
  };
  std::erase_if(points, is_well_inside);
}

}  // namespace

Polygon convex_hull(std::vector<Point> points) {
  if (points.size() > k_few) thin(points);
  return wrapped(points);
}

CoverRaster::CoverRaster(const Polygon& window, double step) : box_(bounding_box(window)), step_(step) {
  if (!(step > 0)) throw InputError("a raster must be wider than 0");
  columns_ = static_cast<std::size_t>(std::ceil((box_.high.x - box_.low.x) / step));
  rows_ = static_cast<std::size_t>(std::ceil((box_.high.y - box_.low.y) / step));
  is_inside_.reserve(columns_ * rows_);
  for (std::size_t row = 0; row < rows_; ++row) {
    for (std::size_t column = 0; column < columns_; ++column) {
      is_inside_.push_back(contains(window, {middle(column, box_.low.x), middle(row, box_.low.y)}));
    }
  }
}

/// The first middle at or beyond `place`.
std::size_t CoverRaster::first_at(double place, double low, std::size_t n) const {
  const double steps = std::ceil((place - low) / step_ - 0.5);
  return steps <= 0 ? 0 : static_cast<std::size_t>(std::min(steps, static_cast<double>(n)));
}

void CoverRaster::add(const Polygon& convex, Counts& counts) const {
  const Box box = bounding_box(convex);
  for (std::size_t row = first_at(box.low.y, box_.low.y, rows_); row < rows_ && middle(row, box_.low.y) <= box.high.y;
       ++row) {
    const double y = middle(row, box_.low.y);
    double left = std::numeric_limits<double>::infinity(), right = -left;
    for (std::size_t i = 0; i < convex.size(); ++i) {
      const Point a = convex[i], b = convex[i + 1 < convex.size() ? i + 1 : 0];
      if ((a.y > y) == (b.y > y)) continue;
      const double x = a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y));
      left = std::min(left, x);
      right = std::max(right, x);
    }
    for (std::size_t c = first_at(left, box_.low.x, columns_); c < columns_ && middle(c, box_.low.x) <= right; ++c) {
      ++counts[row * columns_ + c];
    }
  }
}

Cover CoverRaster::of(const std::vector<Polygon>& footprints) const {
  Counts counts(is_inside_.size());
  for (const Polygon& footprint : footprints) {
    if (footprint.size() > 2) add(footprint, counts);
  }
  double all = 0, missed = 0, once = 0, sum = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (!is_inside_[i]) continue;
    all += 1;
    missed += counts[i] == 0 ? 1 : 0;
    once += counts[i] == 1 ? 1 : 0;
    sum += counts[i];
  }
  return all > 0 ? Cover{missed / all, once / all, (all - missed - once) / all, sum / all} : Cover{};
}

Cover cover_by(const std::vector<Polygon>& footprints, const Polygon& window, double step) {
  return CoverRaster(window, step).of(footprints);
}

}  // namespace percuta::numerics
