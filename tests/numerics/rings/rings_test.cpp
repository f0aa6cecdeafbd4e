#include "percuta/numerics/rings/rings.hpp"

#include <doctest/doctest.h>

#include <limits>

#include "numerics/door_example.hpp"
#include "percuta/numerics/solvers/conjugate_gradients.hpp"

using namespace percuta::numerics;

TEST_CASE("[unit] the example in the door of rings gives what it says") {
  const GradedAxis axis = graded_axis({{15e-6, 3e-6, 3e-6}, {500e-6, 2.5e-6, 50e-6}});
  const RingCells rings({{.radius = 35e-6, .depth = 15e-6, .share = 5e-7}}, axis.edges);
  Medium medium;
  medium.conductivity = Field("D", "m2.s-1", rings.grid().layout());
  for_each_cell(rings.grid().layout(), [&](Index i, Index j, Index k) {
    const bool is_open = rings.grid().z(k) > 15e-6 || rings.channel_part(i, j, k) > 0;
    medium.conductivity(i, j, k) = is_open ? 2.2e-10 : 0;
  });
  Transmissibilities matrix = rings.matrix(medium);
  const double held = std::numeric_limits<double>::infinity();
  rings.add_top(medium, held, 1, 1, matrix);
  rings.add_bottom(medium, held, 0, 2, matrix);
  Field f("f", "m3.s-1", matrix.layout()), u("u", "1", matrix.layout());
  matrix.load(nullptr, f);
  ColumnSolver(matrix, {.tolerance = 1e-9}).solve(f, u);
  const double permeability = matrix.outflow(2, u) / 5e-7;  // 3.7e-8 m/s
  CHECK(permeability == doctest::Approx(3.7e-8).epsilon(0.05));
}

TEST_CASE("[unit] the example in the door of rings is the one that is tested") {
  CHECK(percuta::tests::untested_lines("rings").empty());
}
