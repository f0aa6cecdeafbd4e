#include "percuta/numerics/solvers/ring_bands.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "numerics/solvers/plain_matrix.hpp"
#include "numerics/solvers/random_problem.hpp"
#include "numerics/solvers/ring_skin.hpp"
#include "percuta/numerics/solvers/multigrid.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

/// A random problem with jumps of 1e6 whose columns touch along y alone.
Transmissibilities rows_alone(unsigned seed) {
  tests::Dice dice(seed);
  const Index nx = dice.whole(1, 5), ny = dice.whole(2, 7), nz = dice.whole(2, 8);
  const Grid made({nx, ny, 0}, 20e-6, 20e-6, even_edges(nz, 1e-3));
  const Medium medium = tests::random_medium(dice, made);
  Transmissibilities matrix(made, medium);
  for_each_cell(made.layout(), [&](Index i, Index j, Index k) { matrix.multiply_faces(i, j, k, 0, 1, 1); });
  matrix.add_top(made, medium, 1e-6, 1, 1);
  return matrix;
}

}  // namespace

TEST_CASE("[law] one cycle over rows that do not touch is as good as elimination, to the rounding of float32") {
  for (unsigned seed = 1; seed < 60; ++seed) {
    CAPTURE(seed);
    const Transmissibilities matrix = rows_alone(seed);
    const Layout& layout = matrix.layout();
    Multigrid multigrid(matrix, 1, KernelClone::baseline);
    REQUIRE(multigrid.solves_rows());
    const double shift = seed % 2 == 0 ? 0.01 : 10;
    multigrid.set_shift(shift * (matrix.mass_scale() / matrix.scale()));
    tests::Dice dice(seed + 1000);
    Field f("f", "1", layout);
    for_each_cell(layout, [&](Index i, Index j, Index k) {
      f(i, j, k) = dice.uniform(0, 1);  // nothing below 0: every value of the answer is a sum of such
      multigrid.right_side()[layout.at(i, j, k)] = static_cast<float>(f(i, j, k));
    });
    multigrid.cycle();
    const tests::PlainMatrix<long double> plain(matrix, shift);
    const std::vector<long double> exact = tests::eliminated(plain.dense(), tests::values_of<long double>(f));
    std::size_t n = 0;
    double worst = 0;
    for (const Index cell : tests::cells_of(layout)) {
      const auto expected = static_cast<double>(exact[n++]);
      worst = std::max(worst, std::abs(static_cast<double>(multigrid.correction()[cell]) - expected) / expected);
    }
    CHECK(worst < 1e-4);
  }
}

TEST_CASE("[unit] rows fit where faces along x are shut, and y is short and has two ends") {
  const auto fits = [](Layout layout, bool is_shut) {
    const Grid grid(layout, 1, 1, even_edges(3, 1));
    Medium medium;
    medium.conductivity = Field("D", "1", grid.layout(), 1);
    Transmissibilities matrix(grid, medium);
    for_each_cell(grid.layout(), [&](Index i, Index j, Index k) {
      if (is_shut) matrix.multiply_faces(i, j, k, 0, 1, 1);
    });
    return RingBands::fit(matrix);
  };
  CHECK(fits({5, 4, 0}, true));
  CHECK(fits({5, RingBands::k_most, 0}, true));
  CHECK(fits({1, 4, 0}, false));
  CHECK(!fits({5, 4, 0}, false));
  CHECK(!fits({5, 1, 0}, true));
  CHECK(!fits({5, RingBands::k_most + 1, 0}, true));
  CHECK(!fits({5, 4, 0, false, true}, true));
}

TEST_CASE("[unit] a matrix whose faces along x open is solved as any other again") {
  tests::RingSkin skin(tests::channel_classes(5));
  Multigrid multigrid(skin.matrix, 1, KernelClone::baseline);
  CHECK(multigrid.solves_rows());
  const std::size_t with_bands = multigrid.bytes();
  skin.matrix.set_conductance(Axis::x, 2, 3, 4, 1e-15);
  multigrid.gather();
  CHECK(!multigrid.solves_rows());
  CHECK(multigrid.bytes() < with_bands);
}
