#include "percuta/numerics/fields/fields.hpp"

#include <doctest/doctest.h>

#include "numerics/door_example.hpp"

using namespace percuta::numerics;

TEST_CASE("[unit] the example in the door of fields gives what it says") {
  const Grid grid({.nx = 8, .ny = 8, .nz = 0}, 0.25e-3, 0.25e-3, even_edges(10, 1e-3));
  Field depth("depth", "m", grid.layout());
  depth.fill(grid, [](double, double, double z) { return z; });
  const double integral = depth.integral(grid);  // 2e-12 m4
  const std::vector<SlabRange> ranges = slab_ranges(grid.layout(), 2);
  const double deepest = total(ranges, depth) / 64 / 10;  // 0.5e-3 m: the mean of all cells
  CHECK(integral == doctest::Approx(2e-12));
  CHECK(deepest == doctest::Approx(0.5e-3));
}

TEST_CASE("[unit] the example in the door of fields is the one that is tested") {
  CHECK(percuta::tests::untested_lines("fields").empty());
}
