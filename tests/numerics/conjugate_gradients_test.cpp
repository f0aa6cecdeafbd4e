#include "percuta/numerics/conjugate_gradients.hpp"

#include <doctest/doctest.h>

#include <bit>
#include <cstdint>
#include <cstdlib>

#include "numerics/random_problem.hpp"
#include "percuta/base/error.hpp"

using namespace percuta;
using namespace percuta::numerics;
using tests::random_problem;
using tests::RandomProblem;

namespace {

/// More of them in the long run of the tests.
unsigned problems(unsigned n) {
  return std::getenv("PERCUTA_LONG") != nullptr ? 100 * n : n;
}

std::vector<Index> cells_of(const Layout& layout) {
  std::vector<Index> cells;
  for_each_cell(layout, [&](Index i, Index j, Index k) { cells.push_back(layout.at(i, j, k)); });
  return cells;
}

/// Column c of the matrix is what f - A u lacks when u is 1 in cell c alone.
std::vector<std::vector<long double>> dense(const Transmissibilities& matrix, double shift) {
  const std::vector<Index> cells = cells_of(matrix.layout());
  std::vector<std::vector<long double>> a(cells.size(), std::vector<long double>(cells.size()));
  const Field nothing("f", "1", matrix.layout());
  Field u("u", "1", matrix.layout());
  for (std::size_t c = 0; c < cells.size(); ++c) {
    u.cells()[cells[c]] = 1;
    for (std::size_t r = 0; r < cells.size(); ++r) {
      a[r][c] = -tests::residual_of<long double>(matrix, shift, nothing, u, cells[r]);
    }
    u.cells()[cells[c]] = 0;
  }
  return a;
}

/// Gauss without pivoting: the matrix is symmetric and positive definite.
std::vector<long double> eliminate(std::vector<std::vector<long double>> a, std::vector<long double> f) {
  const std::size_t n = f.size();
  for (std::size_t p = 0; p < n; ++p) {
    for (std::size_t r = p + 1; r < n; ++r) {
      if (a[r][p] == 0) continue;
      const long double factor = a[r][p] / a[p][p];
      for (std::size_t c = p; c < n; ++c) a[r][c] -= factor * a[p][c];
      f[r] -= factor * f[p];
    }
  }
  for (std::size_t p = n; p-- > 0;) {
    for (std::size_t c = p + 1; c < n; ++c) f[p] -= a[p][c] * f[c];
    f[p] /= a[p][p];
  }
  return f;
}

Field solved(const Transmissibilities& matrix, double shift, const Field& f, const SolveSettings& settings) {
  Field u("u", "1", matrix.layout());
  ColumnSolver solver(matrix, settings);
  solver.set_shift(shift);
  solver.solve(f, u);
  return u;
}

/// Conjugate gradients without a preconditioner, in long double.
Field plainly_solved(const Transmissibilities& matrix, double shift, const Field& f, double tolerance) {
  const std::vector<Index> cells = cells_of(matrix.layout());
  Field u("u", "1", matrix.layout()), p = f;
  const Field nothing("f", "1", matrix.layout());
  std::vector<long double> x(cells.size()), r(cells.size()), q(cells.size());
  long double rr = 0;
  for (std::size_t c = 0; c < cells.size(); ++c) rr += (r[c] = f.cells()[cells[c]]) * r[c];
  const long double wanted = rr * tolerance * tolerance;
  for (int n = 0; n < 40000 && rr > wanted; ++n) {
    long double pq = 0, next = 0;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      q[c] = -tests::residual_of<long double>(matrix, shift, nothing, p, cells[c]);
      pq += q[c] * p.cells()[cells[c]];
    }
    for (std::size_t c = 0; c < cells.size(); ++c) {
      x[c] += rr / pq * p.cells()[cells[c]];
      r[c] -= rr / pq * q[c];
      next += r[c] * r[c];
    }
    for (std::size_t c = 0; c < cells.size(); ++c) {
      p.cells()[cells[c]] = static_cast<double>(r[c] + next / rr * p.cells()[cells[c]]);
    }
    rr = next;
  }
  for (std::size_t c = 0; c < cells.size(); ++c) u.cells()[cells[c]] = static_cast<double>(x[c]);
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

TEST_CASE("[law] small random problems come out as by elimination") {
  for (unsigned seed = 0; seed < problems(300); ++seed) {
    CAPTURE(seed);
    const RandomProblem problem = random_problem(seed, 1, seed % 3 == 0 ? 7 : 4);
    const double shift = seed % 2 == 0 ? 0 : 0.01;
    Field f("f", "1", problem.grid.layout());
    problem.matrix.load(&problem.source, f);
    std::vector<long double> right;
    const std::vector<Index> cells = cells_of(problem.grid.layout());
    right.reserve(cells.size());
    for (const Index cell : cells) right.push_back(f.cells()[cell]);
    const std::vector<long double> expected = eliminate(dense(problem.matrix, shift), right);
    const Field u = solved(problem.matrix, shift, f, settings_of(1e-12));
    long double worst = 0, greatest = 0;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      worst = std::max(worst, std::abs(expected[c] - u.cells()[cells[c]]));
      greatest = std::max(greatest, std::abs(expected[c]));
    }
    CHECK(static_cast<double>(worst) <= 1e-7 * static_cast<double>(greatest));
  }
}

TEST_CASE("[law] larger random problems leave no residual, reckoned in long double") {
  for (unsigned seed = 0; seed < problems(100); ++seed) {
    CAPTURE(seed);
    const RandomProblem problem = random_problem(seed, 8, 33);
    const double shift = seed % 2 == 0 ? 0 : 0.01;
    Field f("f", "1", problem.grid.layout());
    problem.matrix.load(&problem.source, f);
    const Field u = solved(problem.matrix, shift, f, settings_of(1e-10));
    long double rr = 0, ff = 0;
    for (const Index cell : cells_of(problem.grid.layout())) {
      const auto r = tests::residual_of<long double>(problem.matrix, shift, f, u, cell);
      rr += r * r;
      ff += static_cast<long double>(f.cells()[cell]) * f.cells()[cell];
    }
    CHECK(static_cast<double>(std::sqrt(rr / ff)) <= 1.001e-10);
  }
}

TEST_CASE("[law] a random problem comes out as by plain conjugate gradients") {
  for (unsigned seed = 0; seed < problems(4); ++seed) {
    CAPTURE(seed);
    const RandomProblem problem = random_problem(seed, 8, 14);
    Field f("f", "1", problem.grid.layout());
    problem.matrix.load(&problem.source, f);
    const Field u = solved(problem.matrix, 0.05, f, settings_of(1e-13));
    const Field expected = plainly_solved(problem.matrix, 0.05, f, 1e-14);
    double worst = 0;
    for (const Index cell : cells_of(problem.grid.layout())) {
      worst = std::max(worst, std::abs(u.cells()[cell] - expected.cells()[cell]));
    }
    CHECK(worst <= 1e-10 * std::max(expected.greatest(), -expected.least()));
  }
}

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
