#include "percuta/numerics/solver/face_flow.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "numerics/solver/random_problem.hpp"
#include "percuta/base/error.hpp"
#include "percuta/numerics/solver/conjugate_gradients.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

Field solved(const Transmissibilities& matrix) {
  SolveSettings settings;
  settings.tolerance = 1e-12;
  settings.threads = 1;
  Field f("f", "1", matrix.layout()), u = f;
  matrix.load(nullptr, f);
  ColumnSolver(matrix, settings).solve(f, u);
  return u;
}

}  // namespace

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

TEST_CASE("[unit] neighbours find the face that they share, also across a periodic side") {
  const Layout layout{5, 4, 3, true, true};
  const SharedFace own = face_between(layout, layout.at(2, 1, 1), layout.at(1, 1, 1));
  CHECK((own.axis == Axis::x && own.i == 2 && own.is_own));
  const SharedFace far = face_between(layout, layout.at(4, 1, 1), layout.at(0, 1, 1));
  CHECK((far.axis == Axis::x && far.i == 0 && !far.is_own));
  const SharedFace wrapped = face_between(layout, layout.at(0, 1, 1), layout.at(4, 1, 1));
  CHECK((wrapped.axis == Axis::x && wrapped.i == 0 && wrapped.is_own));
  const SharedFace below = face_between(layout, layout.at(2, 1, 1), layout.at(2, 1, 2));
  CHECK((below.axis == Axis::z && below.k == 2 && !below.is_own));
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
    const Field u = solved(matrix);
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
  const Field u = solved(matrix);
  const FaceFlow flow = flow_down(matrix, u, 1, 2);
  for (Index k = 0; k < 2; ++k) CHECK(std::abs(flow.divergence(1, 0, k)) < 1e-9);
  CHECK(flow.at(Axis::x, 0, 0, 1) == doctest::Approx(-flow.at(Axis::x, 1, 0, 1)));
}
