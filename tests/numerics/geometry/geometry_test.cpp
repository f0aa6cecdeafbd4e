#include "percuta/numerics/geometry/geometry.hpp"

#include <doctest/doctest.h>

#include "numerics/door_example.hpp"

using namespace percuta::numerics;

TEST_CASE("[unit] the example in the door of geometry gives what it says") {
  const Polygon square = {{0, 0}, {1e-2, 0}, {1e-2, 1e-2}, {0, 1e-2}};
  const Polygon half = clipped(square, {{0, 0}, {0.5e-2, 1e-2}});
  const double share = shared_area(square, half) / area(square);  // 0.5
  CellList points(bounding_box(square), 1e-3);
  points.add({2e-3, 2e-3});
  points.add({8e-3, 2e-3});
  const std::int32_t nearest = points.nearest({7e-3, 2e-3}, 2e-3);  // 1, the second
  CHECK(share == doctest::Approx(0.5));
  CHECK(nearest == 1);
}

TEST_CASE("[unit] the example in the door of geometry is the one that is tested") {
  CHECK(percuta::tests::untested_lines("geometry").empty());
}
