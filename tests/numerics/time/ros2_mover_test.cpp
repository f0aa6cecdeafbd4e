#include "percuta/numerics/time/ros2.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace percuta;
using namespace percuta::numerics;

TEST_CASE("[law] a field that only moves spreads as the heat kernel says, and keeps its content") {
  const Index n = 64;
  const Grid grid({1, 1, n}, 1, 1, even_edges(n, 1));
  Medium medium;
  medium.conductivity = Field("D", "m2/s", grid.layout(), 1);
  medium.capacity = Field("K", "1", grid.layout(), 1);
  Transmissibilities matrix(grid, medium);
  Field start("c", "1", grid.layout());
  start.fill(grid, [](double, double, double z) { return 1 + std::cos(3.141592653589793 * z); });
  Reaction nothing;
  nothing.rate = [](const CellRun&, double* const*) {};
  nothing.jacobian = [](const CellRun&, double* const*) {};
  StepSettings step;
  step.first = 1e-3;
  step.rtol = 1e-6;
  SolveSettings solve;
  solve.threads = 1;
  for (const bool is_stiff : {false, true}) {
    Ros2 walk({{start, &matrix, is_stiff, {}}}, nothing, 0, step, solve);
    walk.advance(0.1);
    const double expected =
        1 + std::cos(3.141592653589793 * grid.z(5)) * std::exp(-3.141592653589793 * 3.141592653589793 * 0.1);
    CHECK(walk.value(0)(0, 0, 5) == doctest::Approx(expected).epsilon(5e-4));
    CHECK(std::abs(walk.ledger(0).now - walk.ledger(0).start) < 1e-13);
  }
}
