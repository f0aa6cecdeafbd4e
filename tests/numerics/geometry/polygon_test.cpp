#include "percuta/numerics/geometry/polygon.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace percuta::numerics;

namespace {

const Polygon k_square = {{1, 1}, {3, 1}, {3, 3}, {1, 3}};
/// An L of three unit squares.
const Polygon k_corner = {{0, 0}, {2, 0}, {2, 1}, {1, 1}, {1, 2}, {0, 2}};

Polygon backwards(Polygon polygon) {
  std::reverse(polygon.begin(), polygon.end());
  return polygon;
}

}  // namespace

TEST_CASE("[unit] area and centroid do not depend on the order of corners") {
  for (const Polygon& polygon : {k_corner, backwards(k_corner)}) {
    CHECK(area(polygon) == doctest::Approx(3));
    CHECK(centroid(polygon).x == doctest::Approx(5.0 / 6));
    CHECK(centroid(polygon).y == doctest::Approx(5.0 / 6));
  }
}

TEST_CASE("[unit] a point is inside or outside, in the notch too") {
  CHECK(contains(k_corner, {0.5, 1.5}));
  CHECK(contains(k_corner, {1.5, 0.5}));
  CHECK_FALSE(contains(k_corner, {1.5, 1.5}));
  CHECK_FALSE(contains(k_corner, {-0.1, 0.5}));
  CHECK_FALSE(contains({}, {0, 0}));
}

TEST_CASE("[law] a scaled polygon has the wanted area and the same centroid") {
  const Polygon scaled = scaled_to_area(k_corner, 0.75);
  CHECK(area(scaled) == doctest::Approx(0.75));
  CHECK(centroid(scaled).x == doctest::Approx(5.0 / 6));
  CHECK(centroid(scaled).y == doctest::Approx(5.0 / 6));
}

TEST_CASE("[law] the parts of a polygon in the cells of a grid add up to its area") {
  double sum = 0;
  for (int i = 0; i < 7; ++i) {
    for (int j = 0; j < 7; ++j) {
      const Point low{0.3 * i, 0.3 * j};
      sum += area(clipped(k_corner, {low, {low.x + 0.3, low.y + 0.3}}));
    }
  }
  CHECK(sum == doctest::Approx(3));
}

TEST_CASE("[unit] a polygon clipped to a box beside it is empty") {
  CHECK(area(clipped(k_square, {{4, 4}, {5, 5}})) == 0);
  CHECK(area(clipped(k_square, {{2, 2}, {5, 5}})) == doctest::Approx(1));
}

TEST_CASE("[unit] edges that cross or touch make a polygon that is not simple") {
  CHECK(is_simple(k_corner));
  CHECK_FALSE(is_simple({{0, 0}, {2, 2}, {2, 0}, {0, 2}}));
  CHECK_FALSE(is_simple({{0, 0}, {4, 0}, {4, 4}, {2, 0}, {0, 4}}));
  CHECK_FALSE(is_simple({{0, 0}, {1, 1}}));
}

TEST_CASE("[unit] the bounding box holds every corner") {
  const Box box = bounding_box(k_corner);
  CHECK(box.low.x == 0);
  CHECK(box.high.x == 2);
  CHECK(box.high.y == 2);
}
