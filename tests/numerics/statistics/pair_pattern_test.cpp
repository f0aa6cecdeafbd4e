#include "percuta/numerics/statistics/pair_pattern.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "percuta/base/error.hpp"
#include "percuta/numerics/statistics/envelope.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

const Polygon k_window = {{2, 2}, {18, 3}, {17, 16}, {9, 18}, {3, 15}};

double distance(const PairPattern& pattern, std::size_t i, std::size_t j) {
  const Point p = pattern.grid().at(i), q = pattern.grid().at(j);
  return std::hypot(q.x - p.x, q.y - p.y);
}

}  // namespace

TEST_CASE("[law] later runs hold each close pair once, all runs hold it from both sides") {
  const std::vector<Point> points = random_points(400, k_window, {1, 0, 0});
  for (const double reach : {0.2, 1.5, 30.0}) {
    const PairPattern pattern(points, k_window, reach);
    std::size_t once = 0, twice = 0, pairs = 0;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      pattern.visit_later(i, [&](PointGrid::Run run) {
        for (std::size_t j = run.from; j < run.to; ++j) {
          REQUIRE(j > i);
          once += distance(pattern, i, j) <= reach ? 1 : 0;
        }
      });
      pattern.visit_all(i, [&](PointGrid::Run run) {
        for (std::size_t j = run.from; j < run.to; ++j) twice += distance(pattern, i, j) <= reach && j != i ? 1 : 0;
      });
      for (std::size_t j = 0; j < i; ++j) pairs += distance(pattern, i, j) <= reach ? 1 : 0;
    }
    CHECK(once == pairs);
    CHECK(twice == 2 * pairs);
  }
}

TEST_CASE("[unit] points outside the window are left out, and the parts hold all others") {
  PairPattern pattern({{10, 10}, {0, 0}, {11, 10}}, k_window, 1);
  CHECK(pattern.size() == 2);
  pattern.measure_boundary();
  CHECK(pattern.boundary_distance(0) == EdgeCorrection(k_window).boundary_distance(pattern.grid().at(0)));
  CHECK(pattern.pairs_per_area() == doctest::Approx(2 / area(k_window)));
  std::size_t held = 0;
  for (std::size_t part = 0; part < PairPattern::k_parts; ++part) held += pattern.part(part).count();
  CHECK(held == 2);
}

TEST_CASE("[unit] a reach of nothing and a window that crosses itself are refused") {
  CHECK_THROWS_AS(PairPattern({}, k_window, 0), InputError);
  CHECK_THROWS_AS(PairPattern({}, {{0, 0}, {2, 2}, {2, 0}, {0, 2}}, 1), InputError);
}
