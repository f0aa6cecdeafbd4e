#include "percuta/numerics/statistics/largest_gap.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

#include "percuta/numerics/statistics/point_grid.hpp"

namespace percuta::numerics {
namespace {

constexpr double k_first_squares = 24;  // across the window
constexpr double k_half_diagonal = std::numbers::sqrt2;

struct Square {
  Point middle;
  double half;        ///< of its width [m]
  double most;        ///< no middle in it has a larger radius [m]
  std::size_t point;  ///< nearest to its middle, as the grid sorted it; k_none = there is none
};

/// How far squares are halved.
struct Effort {
  double tolerance;          ///< of the radius
  std::size_t most_squares;  ///< at once; beyond it the best so far must do, as between parallel edges
};
constexpr Effort k_search{1e-4, 10'000'000}, k_polish{1e-12, 20'000};
constexpr double k_polished_part = 0.02;  // of the radius: in which a radius changes by the search's tolerance

class GapSearch {
 public:
  GapSearch(const std::vector<Point>& points, const EdgeCorrection& edges)
      : edges_(edges),
        box_(bounding_box(edges.window())),
        grid_(points, roomy_cell(bounding_box(points), points.size())) {}

  /// The best middle outside the gaps `taken`.
  Gap find(const std::vector<Gap>& taken) const {
    Gap best;
    const double extent = std::max(box_.high.x - box_.low.x, box_.high.y - box_.low.y);
    const double half = 0.5 * extent / k_first_squares;
    std::vector<Square> squares;
    for (double y = box_.low.y + half; y - half < box_.high.y; y += 2 * half) {
      for (double x = box_.low.x + half; x - half < box_.high.x; x += 2 * half)
        look({x, y}, half, PointGrid::k_none, taken, best, squares);
    }
    narrow(squares, k_search, taken, best);
    if (!(best.radius > 0)) return best;
    squares.clear();
    look(best.middle, k_polished_part * best.radius, PointGrid::k_none, taken, best, squares);
    narrow(squares, k_polish, taken, best);
    return best;
  }

 private:
  /// The distance `to_point`, or to the boundary, or to a gap that is taken, whichever is least; below 0 outside. Below
  /// `enough` it may be too large, but stays below.
  double radius_at(Point p, double to_point, double enough, const std::vector<Gap>& taken) const {
    double radius = to_point;
    for (const Gap& gap : taken) {
      radius = std::min(radius, std::hypot(p.x - gap.middle.x, p.y - gap.middle.y) - gap.radius);
    }
    if (radius < enough) return radius;
    const double boundary = edges_.boundary_distance(p);
    return edges_.contains(p) ? std::min(radius, boundary) : -boundary;
  }

  bool is_near(Point p, std::size_t sorted, double enough) const {
    if (sorted == PointGrid::k_none) return false;
    const double dx = grid_.x()[sorted] - p.x, dy = grid_.y()[sorted] - p.y;
    return dx * dx + dy * dy < enough * enough;
  }

  /// Keeps the square if it may hold a better middle. `point`: one that stands near, asked before the others.
  void look(Point middle, double half, std::size_t point, const std::vector<Gap>& taken, Gap& best,
            std::vector<Square>& kept) const {
    const double spare = k_half_diagonal * half, enough = std::max(0.0, best.radius - spare);
    if (is_near(middle, point, enough)) return;
    const PointGrid::Near near = grid_.nearest(middle, PointGrid::k_none, enough);
    const double radius = radius_at(middle, std::sqrt(near.square), enough, taken);
    if (radius > best.radius) best = {middle, radius};
    if (radius + spare > best.radius) kept.push_back({middle, half, radius + spare, near.sorted});
  }

  void narrow(std::vector<Square> squares, Effort effort, const std::vector<Gap>& taken, Gap& best) const {
    while (!squares.empty() && squares.size() <= effort.most_squares) {
      std::vector<Square> next;
      for (const Square& square : squares) {
        if (square.most <= best.radius * (1 + effort.tolerance) ||
            square.half <= std::numeric_limits<double>::epsilon())
          continue;
        const double quarter = 0.5 * square.half;
        for (const auto& [right, up] : k_quarters) {
          const Point middle{square.middle.x + right * quarter, square.middle.y + up * quarter};
          look(middle, quarter, square.point, taken, best, next);
        }
      }
      squares = std::move(next);
    }
  }

  static constexpr std::array<std::array<double, 2>, 4> k_quarters = {{{-1, -1}, {1, -1}, {-1, 1}, {1, 1}}};

  const EdgeCorrection& edges_;
  Box box_;
  PointGrid grid_;
};

}  // namespace

Gap largest_gap(const std::vector<Point>& points, const Polygon& window) {
  return largest_gap(points, EdgeCorrection(window));
}

Gap largest_gap(const std::vector<Point>& points, const EdgeCorrection& edges) {
  return GapSearch(points, edges).find({});
}

std::vector<Gap> largest_gaps(const std::vector<Point>& points, const Polygon& window, std::size_t n) {
  const EdgeCorrection edges(window);
  const GapSearch search(points, edges);
  std::vector<Gap> gaps;
  while (gaps.size() < n) {
    const Gap gap = search.find(gaps);
    if (!(gap.radius > 0)) break;
    gaps.push_back(gap);
  }
  return gaps;
}

}  // namespace percuta::numerics
