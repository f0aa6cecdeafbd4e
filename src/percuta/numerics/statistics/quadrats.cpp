#include "percuta/numerics/statistics/quadrats.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "percuta/base/error.hpp"

namespace percuta::numerics {
namespace {

constexpr double k_level = 1e-12;  // of a side: rounding in a corner's height

struct Quadrat {
  double inside = 0;  ///< area [m2]
  std::int64_t n = 0;
};

class QuadratGrid {
 public:
  QuadratGrid(const Polygon& window, double side) : box_(bounding_box(window)), side_(side) {
    columns_ = static_cast<std::size_t>(std::ceil((box_.high.x - box_.low.x) / side));
    rows_ = static_cast<std::size_t>(std::ceil((box_.high.y - box_.low.y) / side));
  }

  std::vector<Quadrat> empty_in(const Polygon& window) const {
    const double whole = side_ * side_;
    std::vector<Quadrat> quadrats;
    quadrats.reserve(rows_ * columns_);
    for (std::size_t row = 0; row < rows_; ++row) {
      const double y = box_.low.y + static_cast<double>(row) * side_;
      const Polygon band = clipped(window, {{box_.low.x, y}, {box_.high.x, y + side_}});
      const Box plain = plain_part(band, y);
      for (std::size_t column = 0; column < columns_; ++column) {
        const double x = box_.low.x + static_cast<double>(column) * side_;
        const bool is_whole = x >= plain.low.x && x + side_ <= plain.high.x;
        quadrats.push_back({is_whole ? whole : area(clipped(band, {{x, y}, {x + side_, y + side_}})), 0});
      }
    }
    return quadrats;
  }
  std::size_t place_of(Point p) const {
    const auto column = std::min(static_cast<std::size_t>((p.x - box_.low.x) / side_), columns_ - 1);
    const auto row = std::min(static_cast<std::size_t>((p.y - box_.low.y) / side_), rows_ - 1);
    return row * columns_ + column;
  }

 private:
  /// The part of a band of the window that is filled from its lower to its upper level; empty unless it has four
  /// corners.
  Box plain_part(const Polygon& band, double y) const {
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

  Box box_;
  double side_;
  std::size_t columns_ = 0, rows_ = 0;
};

}  // namespace

QuadratCounts count_quadrats(const std::vector<Point>& points, const Polygon& window, double side,
                             double least_inside) {
  if (!(side > 0)) throw InputError("quadrats must be wider than 0");
  const QuadratGrid grid(window, side);
  std::vector<Quadrat> quadrats = grid.empty_in(window);
  for (const Point& p : points) {
    if (contains(window, p)) ++quadrats[grid.place_of(p)].n;
  }
  std::erase_if(quadrats, [&](const Quadrat& q) { return q.inside <= 0 || q.inside < least_inside * side * side; });
  double inside = 0, n = 0;
  for (const Quadrat& q : quadrats) {
    inside += q.inside;
    n += static_cast<double>(q.n);
  }
  QuadratCounts counts;
  counts.quadrats = quadrats.size();
  if (n == 0) return counts;
  counts.density = n / inside;
  double sum = 0, thin = 0;
  for (const Quadrat& q : quadrats) {
    const double expected = counts.density * q.inside;
    const double off = static_cast<double>(q.n) - expected;
    sum += off * off / expected;
    if (2 * static_cast<double>(q.n) < expected) thin += q.inside;
  }
  counts.thin_share = thin / inside;
  if (quadrats.size() > 1) counts.dispersion = sum / static_cast<double>(quadrats.size() - 1);
  return counts;
}

double quadrat_dispersion(const std::vector<Point>& points, const Polygon& window, double side) {
  return count_quadrats(points, window, side).dispersion;
}

}  // namespace percuta::numerics
