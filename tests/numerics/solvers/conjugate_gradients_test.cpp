#include "percuta/numerics/solvers/conjugate_gradients.hpp"

#include <doctest/doctest.h>

#include <bit>
#include <cstdint>

#include "numerics/solvers/random_problem.hpp"
#include "percuta/base/error.hpp"

using namespace percuta;
using namespace percuta::numerics;
using tests::random_problem;
using tests::RandomProblem;

namespace {

Field solved(const Transmissibilities& matrix, double shift, const Field& f, const SolveSettings& settings) {
  Field u("u", "1", matrix.layout());
  ColumnSolver solver(matrix, settings);
  solver.set_shift(shift);
  solver.solve(f, u);
  return u;
}

SolveSettings settings_of(double tolerance, int threads = 1, KernelClone clone = KernelClone::baseline) {
  SolveSettings settings;
  settings.tolerance = tolerance;
  settings.threads = threads;
  settings.clone = clone;
  return settings;
}

}  // namespace

TEST_CASE("[law] the same bytes on 1, 2 and 4 threads and from every clone") {
  for (const unsigned seed : {1U, 5U, 9U}) {
    tests::Dice dice(seed);
    Layout layout{37, 41, 25, seed == 5, seed == 9};
    std::vector<double> edges = even_edges(layout.nz, 1e-3);
    const Grid grid(layout, 20e-6, 20e-6, edges);
    const Medium medium = tests::random_medium(dice, grid);
    Transmissibilities matrix(grid, medium);
    matrix.add_top(grid, medium, 1e-6, 1, 1);
    Field f("f", "1", layout);
    matrix.load(nullptr, f);
    const Field expected = solved(matrix, 0, f, settings_of(1e-9));
    for (const KernelClone clone : {KernelClone::baseline, KernelClone::v3, KernelClone::v4}) {
      if (!can_run(clone)) continue;
      for (const int threads : {1, 2, 4}) {
        const Field got = solved(matrix, 0, f, settings_of(1e-9, threads, clone));
        bool is_same = true;
        for_each_cell(layout, [&](Index i, Index j, Index k) {
          const auto bits = [](double value) { return std::bit_cast<std::uint64_t>(value); };
          is_same = is_same && bits(got(i, j, k)) == bits(expected(i, j, k));
        });
        CAPTURE(to_word(clone));
        CAPTURE(threads);
        CHECK(is_same);
      }
    }
  }
}

TEST_CASE("[law] a good first guess saves iterations and a perfect one needs none") {
  const RandomProblem problem = random_problem(3, 16, 20);
  Field f("f", "1", problem.grid.layout()), u("u", "1", problem.grid.layout());
  problem.matrix.load(&problem.source, f);
  ColumnSolver solver(problem.matrix, settings_of(1e-9));
  const Index cold = solver.solve(f, u).iterations;
  CHECK(cold > 3);
  CHECK(solver.solve(f, u).iterations == 0);
  u(1, 1, 1) *= 1 + 1e-6;
  CHECK(solver.solve(f, u).iterations < cold);
}

TEST_CASE("[unit] nothing asked for gives nothing") {
  const RandomProblem problem = random_problem(3, 4, 7);
  const Field f("f", "1", problem.grid.layout());
  Field u("u", "1", problem.grid.layout(), 3);
  ColumnSolver solver(problem.matrix, settings_of(1e-9));
  CHECK(solver.solve(f, u).iterations == 0);
  CHECK(u.greatest() == 0);
}

TEST_CASE("[unit] a solver that runs out of iterations says which, how far and what to try") {
  const RandomProblem problem = random_problem(3, 16, 20);
  Field f("f", "1", problem.grid.layout()), u("u", "1", problem.grid.layout());
  problem.matrix.load(&problem.source, f);
  SolveSettings settings = settings_of(1e-12);
  settings.most_iterations = 2;
  ColumnSolver solver(problem.matrix, settings, "vitamin C");
  try {
    solver.solve(f, u);
    FAIL("no error");
  } catch (const SolverError& error) {
    const std::string said = error.what();
    for (const char* word : {"vitamin C", "after 2 iterations", "1e-12", "try"}) {
      CHECK(said.find(word) != std::string::npos);
    }
  }
}

TEST_CASE("[law] where nothing is asked for there is nothing to spread, whatever the solve before left") {
  RandomProblem problem = random_problem(3, 6, 9);
  ColumnSolver solver(problem.matrix, settings_of(0.1));
  solver.set_shift(1e-3);
  Field f("f", "1", problem.grid.layout()), u("u", "1", problem.grid.layout()),
      weight("w", "1", problem.grid.layout(), 1);
  f.fill(1);
  solver.solve(f, u);
  f.fill(0);
  solver.solve(f, u);
  CHECK(solver.spread(weight, u) == 0);
  CHECK(u.least() == 0);
  CHECK(u.greatest() == 0);
}
