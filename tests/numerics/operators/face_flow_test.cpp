#include "percuta/numerics/operators/face_flow.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "numerics/solvers/random_problem.hpp"
#include "numerics/solvers/steady_field.hpp"
#include "percuta/base/error.hpp"
#include "percuta/numerics/solvers/conjugate_gradients.hpp"

using namespace percuta;
using namespace percuta::numerics;

TEST_CASE("[unit] an even flow leaves every cell as it enters it") {
  const Grid grid({4, 3, 0, true, true}, 2, 3, {0, 1, 4, 5});
  const FaceFlow flow = even_flow(grid, {0.5, -0.25, 2});
  CHECK(flow.at(Axis::x, 1, 1, 1) == 0.5 * 3 * 3);
  CHECK(flow.at(Axis::y, 1, 3, 1) == flow.at(Axis::y, 1, 0, 1));
  CHECK(flow.at(Axis::z, 2, 2, 3) == 2.0 * 2 * 3);
  for_each_cell(grid.layout(), [&](Index i, Index j, Index k) { CHECK(flow.divergence(i, j, k) == 0); });
}

TEST_CASE("[unit] nothing flows through a closed side, and no flow is infinite") {
  const Grid grid({4, 3, 0, false, true}, 1, 1, even_edges(5, 1));
  CHECK_THROWS_AS(even_flow(grid, {1, 0, 0}), InputError);
  FaceFlow flow(grid.layout());
  CHECK_THROWS_AS(flow.set(Axis::x, 4, 0, 0, 1), InputError);
  CHECK_THROWS_AS(flow.set(Axis::z, 1, 0, 0, INFINITY), InputError);
  flow.set(Axis::y, 1, 3, 2, 7);
  CHECK(flow.at(Axis::y, 1, 0, 2) == 7);
}

TEST_CASE("[unit] each of a cell's faces stands in its own place") {
  const Layout layout{5, 4, 3, true, true};
  const Index cell = layout.at(4, 1, 2);
  const FacePlace west = face_place(layout, cell, CellSide::west), east = face_place(layout, cell, CellSide::east);
  CHECK((west.axis == Axis::x && west.i == 4 && west.j == 1 && west.k == 2 && west.is_inward));
  CHECK((east.axis == Axis::x && east.i == 5 && !east.is_inward));
  const FacePlace south = face_place(layout, cell, CellSide::south), north = face_place(layout, cell, CellSide::north);
  CHECK((south.axis == Axis::y && south.j == 1 && south.is_inward));
  CHECK((north.axis == Axis::y && north.j == 2 && !north.is_inward));
  const FacePlace top = face_place(layout, cell, CellSide::top), bottom = face_place(layout, cell, CellSide::bottom);
  CHECK((top.axis == Axis::z && top.i == 4 && top.k == 2 && top.is_inward));
  CHECK((bottom.axis == Axis::z && bottom.k == 3 && !bottom.is_inward));
}

TEST_CASE("[law] a flow down a potential that solves its equation creates nothing but where cells are held") {
  for (unsigned seed = 0; seed < 20; ++seed) {
    CAPTURE(seed);
    tests::Dice dice(seed);
    const Grid grid = tests::random_grid(dice, 3, 9);
    Medium medium = tests::random_medium(dice, grid);
    medium.sink.reset();
    Transmissibilities matrix(grid, medium);
    matrix.add_top(grid, medium, 1e-6, 1, 1);
    matrix.add_bottom(grid, medium, INFINITY, 0.2, 2);
    const Index held = grid.layout().at(1, 2, 1);
    matrix.hold({{held, 3, 3}});
    const Field u = tests::steady_field(matrix);
    const FaceFlow flow = flow_down(matrix, u, 1, 2);
    const double size = matrix.scale();
    for_each_cell(grid.layout(), [&](Index i, Index j, Index k) {
      if (grid.layout().at(i, j, k) != held) CHECK(std::abs(flow.divergence(i, j, k)) < 1e-9 * size);
    });
    CHECK(flow.divergence(1, 2, 1) == doctest::Approx(-matrix.outflow(3, u)));
  }
}

TEST_CASE("[law] two columns that meet on both sides of a period share two faces, also where one is held") {
  const Grid grid({2, 1, 2, true, false}, 1, 1, even_edges(2, 1));
  Medium medium;
  medium.conductivity = Field("D", "1", grid.layout(), 1);
  Transmissibilities matrix(grid, medium);
  matrix.hold({{grid.layout().at(0, 0, 0), 1, 3}, {grid.layout().at(0, 0, 1), 1, 3}});
  matrix.add_bottom(grid, medium, INFINITY, 0, 2);
  const Field u = tests::steady_field(matrix);
  const FaceFlow flow = flow_down(matrix, u, 1, 2);
  for (Index k = 0; k < 2; ++k) CHECK(std::abs(flow.divergence(1, 0, k)) < 1e-9);
  CHECK(flow.at(Axis::x, 0, 0, 1) == doctest::Approx(-flow.at(Axis::x, 1, 0, 1)));
}

TEST_CASE("[law] where one of two faces between two columns is closed all flows through the other") {
  const Grid grid({2, 1, 2, true, false}, 1, 1, even_edges(2, 1));
  Medium medium;
  medium.conductivity = Field("D", "1", grid.layout(), 1);
  for (const Index closed : {Index{0}, Index{1}}) {
    Transmissibilities matrix(grid, medium);
    for (Index k = 0; k < 2; ++k) matrix.set_conductance(Axis::x, closed, 0, k, 0);
    matrix.hold({{grid.layout().at(0, 0, 0), 1, 3}, {grid.layout().at(0, 0, 1), 1, 3}});
    matrix.add_bottom(grid, medium, INFINITY, 0, 2);
    const FaceFlow flow = flow_down(matrix, tests::steady_field(matrix), 1, 2);
    CHECK(flow.at(Axis::x, closed, 0, 1) == 0);
    CHECK(std::abs(flow.at(Axis::x, 1 - closed, 0, 1)) > 0.1);
  }
}
