#include <doctest/doctest.h>

#include <cstring>

#include "numerics/solvers/random_problem.hpp"
#include "percuta/numerics/solvers/multigrid.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

std::vector<float> swept(const Transmissibilities& matrix, int threads, int cycles) {
  Multigrid multigrid(matrix, threads, KernelClone::baseline);
  multigrid.set_shift(0.1);
  const Layout& layout = matrix.layout();
  tests::Dice dice(11);
  for_each_cell(layout, [&](Index i, Index j, Index k) {
    multigrid.right_side()[layout.at(i, j, k)] = static_cast<float>(dice.uniform(-1, 1));
  });
  for (int cycle = 0; cycle < cycles; ++cycle) multigrid.cycle();
  std::vector<float> values;
  for_each_cell(layout,
                [&](Index i, Index j, Index k) { values.push_back(multigrid.correction()[layout.at(i, j, k)]); });
  return values;
}

}  // namespace

TEST_CASE("[law] a sweep that follows itself one slab behind gives the same bytes on any number of threads") {
  for (const bool wraps : {false, true}) {
    for (const Index n : {40, 41}) {
      tests::Dice dice(static_cast<unsigned>(n));
      const Grid grid({n, n, 24, wraps, wraps}, 20e-6, 20e-6, even_edges(24, 1e-3));
      const Transmissibilities matrix(grid, tests::random_medium(dice, grid));
      const std::vector<float> expected = swept(matrix, 1, 1);
      for (const int threads : {2, 3, 4}) CHECK(swept(matrix, threads, 1) == expected);
    }
  }
}

TEST_CASE("[law] a cycle depends on its right side alone, not on what the last one left") {
  for (unsigned seed = 0; seed < 30; ++seed) {
    const tests::RandomProblem problem = tests::random_problem(seed, 1, 12);
    CHECK(swept(problem.matrix, 1, 1) == swept(problem.matrix, 1, 2));
  }
}
