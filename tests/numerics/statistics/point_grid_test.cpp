#include "percuta/numerics/statistics/point_grid.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "percuta/numerics/statistics/envelope.hpp"

using namespace percuta::numerics;

namespace {

const Polygon k_square = {{1, 2}, {5, 2}, {5, 6}, {1, 6}};

double nearest_by_search(const std::vector<Point>& points, Point p, std::size_t except) {
  double best = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double dx = points[i].x - p.x, dy = points[i].y - p.y;
    if (i != except) best = std::min(best, dx * dx + dy * dy);
  }
  return best;
}

}  // namespace

TEST_CASE("[law] the nearest point is the one that a search through all finds, from inside and far outside") {
  const std::vector<Point> points = random_points(300, k_square, {1, 0, 0});
  for (const double cell : {0.01, 0.3, 9.0}) {
    const PointGrid grid(points, cell);
    for (std::size_t i = 0; i < points.size(); ++i) {
      REQUIRE(grid.nearest_square(points[i], grid.place_of(i)) == nearest_by_search(points, points[i], i));
    }
    for (const Point p : {Point{-20, 3}, Point{3, 40}, Point{1, 2}, Point{3, 3}}) {
      REQUIRE(grid.nearest_square(p, PointGrid::k_none) == nearest_by_search(points, p, points.size()));
    }
  }
}

TEST_CASE("[law] the runs of all rows within reach hold every point within reach") {
  const std::vector<Point> points = random_points(500, k_square, {2, 0, 0});
  const PointGrid grid(points, 0.17);
  for (const double reach : {0.1, 0.5, 3.0}) {
    for (const Point& p : points) {
      std::size_t within = 0, found = 0;
      for (const Point& q : points) within += std::hypot(q.x - p.x, q.y - p.y) <= reach ? 1 : 0;
      for (std::size_t row = 0; row < grid.rows(); ++row) {
        const PointGrid::Run run = grid.run_within(row, p, reach);
        for (std::size_t j = run.from; j < run.to; ++j) {
          found += std::hypot(grid.at(j).x - p.x, grid.at(j).y - p.y) <= reach ? 1 : 0;
        }
      }
      REQUIRE(found == within);
    }
  }
}

TEST_CASE("[unit] a search may stop at the first point that is near enough") {
  const PointGrid grid({{0, 0}, {1, 0}, {2, 0}}, 1);
  CHECK(grid.nearest_square({0.4, 0}, PointGrid::k_none, 5) < 25);
  CHECK(grid.nearest_square({0.4, 0}, PointGrid::k_none, 0.1) == doctest::Approx(0.16));
}

TEST_CASE("[unit] no points, one point and points on one spot are no trouble") {
  CHECK(PointGrid({}, 1).nearest_square({0, 0}, PointGrid::k_none) == std::numeric_limits<double>::infinity());
  const PointGrid spot({{2, 2}, {2, 2}}, 0);
  CHECK(spot.nearest_square({2, 2}, 0) == 0);
  CHECK(spot.nearest_square({2, 5}, PointGrid::k_none) == 9);
}

TEST_CASE("[unit] a roomy cell holds about two points") {
  CHECK(roomy_cell({{0, 0}, {4, 4}}, 8) == doctest::Approx(2));
}

TEST_CASE("[law] the nearest point is told by its place, and stands at its distance") {
  const std::vector<Point> points = random_points(200, k_square, {3, 0, 0});
  for (const double cell : {0.05, 0.5, 7.0}) {
    const PointGrid grid(points, cell);
    for (const Point& p : random_points(50, k_square, {4, 0, 0})) {
      const PointGrid::Near near = grid.nearest(p, PointGrid::k_none);
      const Point found = grid.at(near.sorted);
      CHECK((found.x - p.x) * (found.x - p.x) + (found.y - p.y) * (found.y - p.y) == near.square);
      CHECK(near.square == nearest_by_search(points, p, points.size()));
    }
  }
  CHECK(PointGrid({}, 1).nearest({0, 0}, PointGrid::k_none).sorted == PointGrid::k_none);
}
