#include "percuta/numerics/geometry/cell_list.hpp"

#include <doctest/doctest.h>

#include "percuta/base/random.hpp"

using namespace percuta;
using numerics::CellList;
using numerics::Point;

namespace {

std::vector<Point> scattered(std::size_t n) {
  Stream stream({1, 0, 0, 0, "tests.scatter"});
  std::vector<Point> points;
  for (std::size_t i = 0; i < n; ++i) {
    const double x = stream.uniform();
    points.push_back({x, stream.uniform()});
  }
  return points;
}

std::int32_t nearest_by_search(const std::vector<Point>& points, Point p, double within, std::int32_t except) {
  std::int32_t best = CellList::k_none;
  double square = within * within;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double d = (points[i].x - p.x) * (points[i].x - p.x) + (points[i].y - p.y) * (points[i].y - p.y);
    const bool is_better = d < square || (d <= square && best == CellList::k_none);
    if (static_cast<std::int32_t>(i) == except || !is_better) continue;
    best = static_cast<std::int32_t>(i);
    square = d;
  }
  return best;
}

}  // namespace

TEST_CASE("[law] the cells find the same neighbour as a search through all points") {
  const std::vector<Point> points = scattered(400);
  for (const double cell : {0.003, 0.05, 0.4, 3.0}) {
    CellList cells({{0.1, 0.1}, {0.9, 0.9}}, cell);  // smaller than the cloud: some points stand outside
    for (const Point& p : points) cells.add(p);
    for (std::int32_t i = 0; i < 400; ++i) {
      const Point p = points[static_cast<std::size_t>(i)];
      for (const double within : {0.01, 0.06, 5.0}) {
        REQUIRE(cells.nearest(p, within, i) == nearest_by_search(points, p, within, i));
      }
    }
  }
}

TEST_CASE("[unit] a point just within reach is found and one just beyond is not") {
  CellList cells({{0, 0}, {10, 10}}, 1);
  cells.add({5, 5});
  CHECK(cells.nearest({5, 6}, 1.0) == 0);
  CHECK(cells.nearest({5, 6.01}, 1.0) == CellList::k_none);
}

TEST_CASE("[unit] of points on one spot the first is found") {
  CellList cells({{0, 0}, {1, 1}}, 0.1);
  cells.add({0.5, 0.5});
  cells.add({0.5, 0.5});
  CHECK(cells.nearest({0.5, 0.5}, 0) == 0);
  CHECK(cells.nearest({0.5, 0.5}, 0, 0) == 1);
}

TEST_CASE("[unit] a box without extent still holds points") {
  CellList cells({{2, 2}, {2, 2}}, 0);
  cells.add({2, 2});
  CHECK(cells.nearest({2, 3}, 2) == 0);
}
