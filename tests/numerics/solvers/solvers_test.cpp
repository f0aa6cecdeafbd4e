#include "percuta/numerics/solvers/solvers.hpp"

#include <doctest/doctest.h>

#include <limits>

#include "numerics/door_example.hpp"

using namespace percuta::numerics;

TEST_CASE("[unit] the example in the door of solvers gives what it says") {
  const Grid grid({.nx = 4, .ny = 4, .nz = 0}, 0.1e-3, 0.1e-3, even_edges(10, 1e-3));
  Medium tissue;
  tissue.conductivity = Field("k", "W.m-1.K-1", grid.layout(), 0.4);
  Transmissibilities heat(grid, tissue);
  const double held = std::numeric_limits<double>::infinity();
  heat.add_top(grid, tissue, held, 20, 0);
  heat.add_bottom(grid, tissue, held, 37, 1);
  Field f("f", "W", grid.layout()), T("T", "degC", grid.layout(), 30);
  heat.load(nullptr, f);
  const SolveReport report = ColumnSolver(heat, {.tolerance = 1e-10}).solve(f, T);
  const double topmost = T(0, 0, 0);  // 20 + 17 / 20 degrees: the first cell's middle
  CHECK(topmost == doctest::Approx(20.85).epsilon(1e-8));
  CHECK(report.residual < 1e-10);
}

TEST_CASE("[unit] the example in the door of solvers is the one that is tested") {
  CHECK(percuta::tests::untested_lines("solvers").empty());
}
