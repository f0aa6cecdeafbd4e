#include "percuta/numerics/time/time.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "numerics/door_example.hpp"

using namespace percuta::numerics;

TEST_CASE("[unit] the example in the door of time gives what it says") {
  const Grid grid({.nx = 1, .ny = 1, .nz = 0}, 1e-3, 1e-3, even_edges(1, 1e-3));
  const auto everywhere = [&](const char* unit, double value) { return Field("", unit, grid.layout(), value); };
  Medium medium;
  medium.conductivity = everywhere("m2.s-1", 0);
  medium.capacity = everywhere("1", 1);
  medium.sink = everywhere("s-1", 0.01);
  Transmissibilities matrix(grid, medium);
  TimeProblem problem;
  problem.matrix = &matrix;
  TrBdf2 walk(problem, everywhere("mol.m-3", 1), 0, {.rtol = 1e-6, .atol = 1e-9}, {.tolerance = 1e-12});
  walk.advance(100);
  const double left = walk.value()(0, 0, 0);            // exp(-1) mol/m3
  const double gained = walk.ledger().gained() / 1e-9;  // exp(-1) - 1 mol/m3
  CHECK(left == doctest::Approx(std::exp(-1)).epsilon(1e-5));
  CHECK(gained == doctest::Approx(std::exp(-1) - 1).epsilon(1e-5));
}

TEST_CASE("[unit] the example in the door of time is the one that is tested") {
  CHECK(percuta::tests::untested_lines("time").empty());
}
