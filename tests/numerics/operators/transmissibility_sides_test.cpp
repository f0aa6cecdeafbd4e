#include <doctest/doctest.h>

#include <cmath>

#include "numerics/solvers/steady_field.hpp"
#include "percuta/base/error.hpp"
#include "percuta/numerics/solvers/conjugate_gradients.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

Grid cube(Index n) {
  return {{n, n, n}, 1, 1, even_edges(n, static_cast<double>(n))};
}

}  // namespace

TEST_CASE("[law] held cells keep their value exactly and what leaves one enters the other") {
  const Grid grid = cube(8);
  Transmissibilities matrix(grid, tests::even_medium(grid));
  const Layout& layout = grid.layout();
  matrix.hold({{layout.at(1, 1, 1), 30, 1}, {layout.at(1, 1, 2), 30, 1}, {layout.at(6, 6, 6), -30, 2}});
  const Field u = tests::steady_field(matrix);
  CHECK(u(1, 1, 1) == 30);
  CHECK(u(1, 1, 2) == 30);
  CHECK(u(6, 6, 6) == -30);
  CHECK(matrix.outflow(1, u) < 0);
  CHECK(matrix.outflow(1, u) == doctest::Approx(-matrix.outflow(2, u)));
}

TEST_CASE("[law] the flow grows in proportion to the voltage") {
  const Grid grid = cube(6);
  Transmissibilities matrix(grid, tests::even_medium(grid));
  matrix.hold({{grid.layout().at(1, 1, 1), 1, 1}, {grid.layout().at(4, 4, 4), 0, 2}});
  const double once = matrix.outflow(2, tests::steady_field(matrix));
  matrix.set_outside(1, 2);
  CHECK(matrix.outflow(2, tests::steady_field(matrix)) == doctest::Approx(2 * once));
}

TEST_CASE("[law] a cut cell takes no part: around it the field is that of a grid with a hole") {
  const Grid grid = cube(3);
  const Medium medium = tests::even_medium(grid);
  Transmissibilities matrix(grid, medium);
  std::vector<Index> all_but_one_column;
  for_each_cell(grid.layout(), [&](Index i, Index j, Index k) {
    if (i != 1 || j != 1) all_but_one_column.push_back(grid.layout().at(i, j, k));
  });
  matrix.add_top(grid, medium, INFINITY, 1, 1);
  matrix.add_bottom(grid, medium, INFINITY, 0, 2);
  matrix.cut(all_but_one_column);
  const Field u = tests::steady_field(matrix);
  CHECK(matrix.outflow(2, u) == doctest::Approx(1.0 / 3));
  CHECK(u(0, 0, 0) == 0);
  CHECK(u(1, 1, 0) == doctest::Approx(5.0 / 6));
}

TEST_CASE("[law] what ends are given to cells that are cut already exchanges nothing") {
  const Grid grid = cube(3);
  const Medium medium = tests::even_medium(grid);
  std::vector<Index> corner_column;
  corner_column.reserve(3);
  for (Index k = 0; k < 3; ++k) corner_column.push_back(grid.layout().at(0, 0, k));
  Transmissibilities before(grid, medium), after(grid, medium);
  before.cut(corner_column);
  for (Transmissibilities* matrix : {&before, &after}) {
    matrix->add_top(grid, medium, INFINITY, 1, 1);
    matrix->add_bottom(grid, medium, 2, 0, 2);
  }
  after.cut(corner_column);
  CHECK(before.exchanges().size() == after.exchanges().size());
  const Field u = tests::steady_field(before);
  CHECK(u(0, 0, 0) == 0);
  CHECK(u(1, 1, 0) == doctest::Approx(tests::steady_field(after)(1, 1, 0)));
  CHECK(before.outflow(2, u) > 0);
  CHECK(before.outflow(1, u) == doctest::Approx(-before.outflow(2, u)));
}

TEST_CASE("[unit] a cut cell is at 0 whatever is outside, a held one of label 0 is not") {
  const Grid grid = cube(2);
  Transmissibilities matrix(grid, tests::even_medium(grid));
  matrix.cut({grid.layout().at(0, 0, 0)});
  matrix.hold({{grid.layout().at(1, 1, 1), 5, 0}});
  matrix.set_outside(0, 37);
  const Field u = tests::steady_field(matrix);
  CHECK(u(0, 0, 0) == 0);
  CHECK(u(1, 1, 1) == 37);
}

TEST_CASE("[law] a cell across a periodic side is a neighbour of a held one") {
  const Grid grid({5, 5, 2, true, true}, 1, 1, even_edges(2, 2));
  Transmissibilities matrix(grid, tests::even_medium(grid));
  matrix.hold({{grid.layout().at(0, 0, 0), 1, 1}});
  CHECK(matrix.exchanges().size() == 5);
  CHECK(matrix.tx()[5] == 0);
  CHECK(matrix.ty()[grid.layout().at(0, 5, 0)] == 0);
  Transmissibilities far(grid, tests::even_medium(grid));
  far.hold({{grid.layout().at(4, 4, 1), 1, 1}});
  CHECK(far.exchanges().size() == 5);
  CHECK(far.tx()[grid.layout().at(0, 4, 1)] == 0);
  CHECK(far.ty()[grid.layout().at(4, 0, 1)] == 0);
}

TEST_CASE("[unit] the conductance of an exchange is what float32 made of it") {
  const Grid grid = cube(2);
  Transmissibilities matrix(grid, tests::even_medium(grid));
  matrix.add_exchange({0, 0.1, 5, 7});
  matrix.add_exchange({0, 1e-3, 5, 8});
  double sum = 0;
  for (const Exchange& exchange : matrix.exchanges()) sum += exchange.conductance;
  CHECK(sum == static_cast<double>(matrix.sink()[0]) * matrix.scale());
  CHECK_THROWS_AS(matrix.add_exchange({0, -1, 0, 0}), InputError);
}

TEST_CASE("[unit] every exchange has a row of the ledger, named or not") {
  const Grid grid = cube(2);
  Transmissibilities matrix(grid, tests::even_medium(grid));
  matrix.add_exchange({0, 0.1, 5, 7});
  matrix.add_exchange({1, 0.1, 5, 8});
  const auto rows = matrix.row_names({{7, "film"}});
  CHECK(rows.at(7) == "film");
  CHECK(rows.at(8) == "exchange 8");
}
