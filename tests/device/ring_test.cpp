#include <doctest/doctest.h>

#include <cmath>

#include "device/head_fixture.hpp"
#include "percuta/base/error.hpp"
#include "percuta/device/layout.hpp"

using namespace percuta;

TEST_CASE("[law] a ring is round and its needles evenly spaced") {
  const auto points = device::ring_points(12, 2e-3, 0);
  const double chord = 2 * 2e-3 * std::sin(M_PI / 12);
  for (std::size_t i = 0; i < points.size(); ++i) {
    CHECK(std::hypot(points[i].x, points[i].y) == doctest::Approx(2e-3));
    CHECK(tests::nearest(points, i) == doctest::Approx(chord));
  }
}

TEST_CASE("[law] needles that would stand closer than the pitch go on circles inside") {
  const auto points = device::ring_points(19, 2e-3, 1e-3);  // 12 + 6 + 1, as in a hexagon
  REQUIRE(points.size() == 19);
  std::size_t outer = 0, inner = 0, middle = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double r = std::hypot(points[i].x, points[i].y);
    outer += r > 1.5e-3 ? 1 : 0;
    inner += r > 0.5e-3 && r < 1.5e-3 ? 1 : 0;
    middle += r < 1e-9 ? 1 : 0;
    CHECK(tests::nearest(points, i) > 0.999e-3);
  }
  CHECK(outer == 12);
  CHECK(inner == 6);
  CHECK(middle == 1);
}

TEST_CASE("[unit] one needle stands in the middle, and more than fit are refused") {
  const auto one = device::ring_points(1, 2e-3, 0);
  REQUIRE(one.size() == 1);
  CHECK(std::hypot(one[0].x, one[0].y) == 0);
  CHECK_THROWS_AS(device::ring_points(20, 2e-3, 1e-3), InputError);
}

TEST_CASE("[law] a pitch next to nothing puts all needles on the outer circle") {
  for (const double pitch : {1e-12, 1e-300}) CHECK(device::ring_points(12, 1, pitch).size() == 12);
}
