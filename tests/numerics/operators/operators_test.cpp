#include "percuta/numerics/operators/operators.hpp"

#include <doctest/doctest.h>

#include "numerics/door_example.hpp"

using namespace percuta::numerics;

TEST_CASE("[unit] the example in the door of operators gives what it says") {
  const Grid grid({.nx = 1, .ny = 1, .nz = 0}, 1e-3, 1e-3, even_edges(10, 1e-3));
  Medium tissue;
  tissue.conductivity = Field("k", "W.m-1.K-1", grid.layout(), 0.4);
  Transmissibilities heat(grid, tissue);
  const double through = heat.conductance(Axis::z, 0, 0, 5);  // 0.4 W/(m K) x 1 mm2 / 0.1 mm = 4e-3 W/K
  heat.add_exchange({.cell = grid.layout().at(0, 0, 9), .conductance = 4e-3, .outside = 37, .label = 1});
  const Field warm("T", "degC", grid.layout(), 38);
  const double lost = heat.outflow(1, warm);  // 4e-3 W
  CHECK(through == doctest::Approx(4e-3));
  CHECK(lost == doctest::Approx(4e-3));
}

TEST_CASE("[unit] the example in the door of operators is the one that is tested") {
  CHECK(percuta::tests::untested_lines("operators").empty());
}
