#include "percuta/numerics/geometry/footprints.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "percuta/base/error.hpp"

namespace percuta::numerics {
namespace {

/// Twice the signed area of the triangle a, b, c.
double turn(Point a, Point b, Point c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

class Raster {
 public:
  Raster(const Polygon& window, double step) : box_(bounding_box(window)), step_(step) {
    columns_ = across(box_.high.x - box_.low.x);
    rows_ = across(box_.high.y - box_.low.y);
    counts_.assign(columns_ * rows_, 0);
  }

  void add(const Polygon& convex) {
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
        ++counts_[row * columns_ + c];
      }
    }
  }

  Cover summed(const Polygon& window) const {
    double all = 0, missed = 0, once = 0, sum = 0;
    for (std::size_t row = 0; row < rows_; ++row) {
      for (std::size_t column = 0; column < columns_; ++column) {
        if (!contains(window, {middle(column, box_.low.x), middle(row, box_.low.y)})) continue;
        const std::int32_t count = counts_[row * columns_ + column];
        all += 1;
        missed += count == 0 ? 1 : 0;
        once += count == 1 ? 1 : 0;
        sum += count;
      }
    }
    return all > 0 ? Cover{missed / all, once / all, (all - missed - once) / all, sum / all} : Cover{};
  }

 private:
  std::size_t across(double extent) const { return static_cast<std::size_t>(std::ceil(extent / step_)); }
  double middle(std::size_t i, double low) const { return low + (static_cast<double>(i) + 0.5) * step_; }
  /// The first middle at or beyond `place`.
  std::size_t first_at(double place, double low, std::size_t n) const {
    const double steps = std::ceil((place - low) / step_ - 0.5);
    return steps <= 0 ? 0 : static_cast<std::size_t>(std::min(steps, static_cast<double>(n)));
  }

  Box box_;
  double step_;
  std::size_t columns_ = 0, rows_ = 0;
  std::vector<std::int32_t> counts_;
};

}  // namespace

Polygon convex_hull(std::vector<Point> points) {
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

Cover cover_by(const std::vector<Polygon>& footprints, const Polygon& window, double step) {
  if (!(step > 0)) throw InputError("a raster must be wider than 0");
  Raster raster(window, step);
  for (const Polygon& footprint : footprints) {
    if (footprint.size() > 2) raster.add(footprint);
  }
  return raster.summed(window);
}

}  // namespace percuta::numerics
