#include "percuta/numerics/geometry/polygon_overlap.hpp"

#include <doctest/doctest.h>

using namespace percuta::numerics;

namespace {

const Polygon k_square = {{1, 1}, {3, 1}, {3, 3}, {1, 3}};
/// An L of three unit squares, and a V.
const Polygon k_corner = {{0, 0}, {2, 0}, {2, 1}, {1, 1}, {1, 2}, {0, 2}};
const Polygon k_vee = {{0, 2}, {1, 0}, {2, 2}, {1, 1}};

Polygon shifted(Polygon polygon, double dx, double dy) {
  for (Point& p : polygon) p = {p.x + dx, p.y + dy};
  return polygon;
}

}  // namespace

TEST_CASE("[unit] squares share their common part") {
  CHECK(shared_area(k_square, shifted(k_square, 0.5, 1)) == doctest::Approx(1.5));
  CHECK(shared_area(k_square, shifted(k_square, 2, 0)) == 0);
  CHECK(shared_area(k_square, shifted(k_square, 9, 9)) == 0);
  CHECK(shared_area(k_square, {}) == 0);
}

TEST_CASE("[law] a polygon shares all of itself with itself, whatever its shape and order") {
  for (const Polygon& polygon : {k_square, k_corner, k_vee, Polygon(k_vee.rbegin(), k_vee.rend())}) {
    CHECK(shared_area(polygon, polygon) == doctest::Approx(area(polygon)).epsilon(1e-14));
  }
}

TEST_CASE("[unit] edges that lie on each other are no trouble") {
  CHECK(shared_area(k_corner, shifted(k_corner, 0.5, 0)) == doctest::Approx(1.5 + 0.5));
  CHECK(shared_area(k_corner, shifted(k_corner, 0, 1)) == doctest::Approx(1));
}

TEST_CASE("[law] with a box it is the area of what clipping leaves") {
  for (int i = 0; i < 40; ++i) {
    const double x = -0.7 + 0.07 * i, y = 1.3 - 0.05 * i;
    const Polygon box = {{x, y}, {x + 0.9, y}, {x + 0.9, y + 1.1}, {x, y + 1.1}};
    for (const Polygon& polygon : {k_corner, k_vee}) {
      const double clip = area(clipped(polygon, {{x, y}, {x + 0.9, y + 1.1}}));
      CHECK(shared_area(polygon, box) == doctest::Approx(clip).epsilon(1e-12));
    }
  }
}
