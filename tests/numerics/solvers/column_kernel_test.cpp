#include "percuta/numerics/solvers/column_kernel.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>
#include <initializer_list>
#include <vector>

#include "numerics/solvers/random_problem.hpp"
#include "percuta/numerics/solvers/multigrid.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

/// Everything that the kernels of a clone make of one random problem, as bytes.
std::vector<double> outcome(const tests::RandomProblem& problem, KernelClone clone) {
  const Layout& layout = problem.grid.layout();
  const ColumnKernels& kernels = column_kernels(clone);
  Multigrid multigrid(problem.matrix, 1, clone);
  multigrid.set_shift(0.3);
  tests::Dice dice(7);
  Field u("u", "1", layout), f("f", "1", layout), r("r", "1", layout), q("q", "1", layout);
  PaddedArray<float> small(layout), v(layout), alone(layout);
  for_each_cell(layout, [&](Index i, Index j, Index k) {
    u(i, j, k) = dice.uniform(-1, 1);
    f(i, j, k) = dice.uniform(-1, 1);
    small.cells()[layout.at(i, j, k)] = static_cast<float>(dice.uniform(-1, 1));
  });
  std::vector<double> all;
  std::vector<float> scratch(static_cast<std::size_t>(layout.nz * k_columns_at_once));
  for (Index j = 0; j < layout.ny; ++j) {
    const Index at = j * layout.slab();
    const MatrixSlab a = multigrid.slab(0, j);
    all.push_back(kernels.residual(a, u.cells() + at, f.cells() + at, r.cells() + at));
    all.push_back(kernels.apply(a, u.cells() + at, q.cells() + at));
    kernels.relax_first(a, small.cells() + at, v.cells() + at, j, scratch.data());
    kernels.relax(a, small.cells() + at, v.cells() + at, j + 1, scratch.data());
    kernels.relax_alone(a, small.cells() + at, alone.cells() + at);
    all.push_back(kernels.dot(a, q.cells() + at, v.cells() + at));
    all.push_back(kernels.advance(a, {0.7, 1e-3, q.cells() + at, r.cells() + at, small.cells() + at}));
    kernels.turn(a, {0.3, 0.4, small.cells() + at, f.cells() + at, q.cells() + at});
  }
  for (const Field* field : {&f, &r, &q}) all.insert(all.end(), field->cells(), field->cells() + layout.slab());
  for (const auto* each : {&v, &alone}) all.insert(all.end(), each->cells(), each->cells() + layout.slab());
  return all;
}

}  // namespace

TEST_CASE("[law] every clone that this machine runs gives the same bytes from every kernel") {
  for (unsigned seed = 0; seed < 20; ++seed) {
    const tests::RandomProblem problem = tests::random_problem(seed, 1, 90 / (1 + static_cast<Index>(seed) / 4));
    const std::vector<double> expected = outcome(problem, KernelClone::baseline);
    for (const KernelClone clone : {KernelClone::v3, KernelClone::v4}) {
      if (!can_run(clone)) continue;
      const std::vector<double> got = outcome(problem, clone);
      CAPTURE(seed);
      CHECK(std::memcmp(got.data(), expected.data(), expected.size() * sizeof(double)) == 0);
    }
  }
}

TEST_CASE("[law] columns solved alone are those of both colours solved from nothing") {
  for (unsigned seed = 0; seed < 40; ++seed) {
    CAPTURE(seed);
    tests::Dice dice(seed);
    const tests::RandomProblem problem = tests::random_problem(seed, 1, 90 / (1 + static_cast<Index>(seed) / 8));
    const Layout& layout = problem.grid.layout();
    Multigrid multigrid(problem.matrix, 1, KernelClone::baseline);
    multigrid.set_shift(0.3);
    const MatrixSlab a = multigrid.slab(0, 0);
    const ColumnKernels& kernels = column_kernels(KernelClone::baseline);
    PaddedArray<float> f(layout), coloured(layout), alone(layout);
    for (Index k = 0; k < layout.nz; ++k) {
      for (Index i = 0; i < layout.nx; ++i) f.cells()[layout.at(i, 0, k)] = static_cast<float>(dice.uniform(-1, 1));
    }
    std::fill(alone.begin(), alone.end(), 9.0F);  // is not read
    std::vector<float> scratch(static_cast<std::size_t>(layout.nz * k_columns_at_once));
    for (const Index colour : {0, 1}) kernels.relax_first(a, f.cells(), coloured.cells(), colour, scratch.data());
    kernels.relax_alone(a, f.cells(), alone.cells());
    Index different = 0;
    for (Index k = 0; k < layout.nz; ++k) {
      for (Index i = 0; i < layout.nx; ++i) {
        const Index c = layout.at(i, 0, k);
        if (alone.cells()[c] != coloured.cells()[c]) ++different;
      }
      if (alone.cells()[layout.at(layout.nx, 0, k)] != 9) ++different;
    }
    CHECK(different == 0);
  }
}

TEST_CASE("[law] a constant is left alone exactly by what only exchanges between cells") {
  tests::Dice dice(3);
  const Grid grid = tests::random_grid(dice, 5, 20);
  Medium medium = tests::random_medium(dice, grid);
  medium.sink.reset();
  const Transmissibilities matrix(grid, medium);
  Multigrid multigrid(matrix, 1, KernelClone::baseline);
  Field u("u", "1", grid.layout(), 0.1), q("q", "1", grid.layout(), 5);
  exchange(grid.layout(), u.cells());
  for (Index j = 0; j < grid.layout().ny; ++j) {
    const Index at = j * grid.layout().slab();
    column_kernels(KernelClone::baseline).apply(multigrid.slab(0, j), u.cells() + at, q.cells() + at);
  }
  CHECK(q.least() == 0);
  CHECK(q.greatest() == 0);
}
