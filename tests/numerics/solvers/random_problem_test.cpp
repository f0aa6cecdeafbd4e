#include "numerics/solvers/random_problem.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <vector>

#include "numerics/solvers/plain_matrix.hpp"
#include "percuta/numerics/solvers/complex_solver.hpp"

using namespace percuta;
using namespace percuta::numerics;
using tests::in_the_long_run;
using tests::random_problem;
using tests::RandomProblem;

namespace {

using Values = std::vector<long double>;
using Plain = tests::PlainMatrix<long double>;

constexpr double k_rounding = 2e-16;  // of |A| |u| + |f|: about what double lets a residual come down to

/// A problem solved as far as double allows.
struct Solved {
  RandomProblem problem;
  Plain plain;
  Values right, found;
  double residual = 0, allowed = 0;  ///< norms, reckoned in long double
  explicit Solved(unsigned seed, Index least, Index most)
      : problem(random_problem(seed, least, most)), plain(problem.matrix, problem.shift) {
    Field f("f", "1", problem.grid.layout()), u = f;
    problem.matrix.load(&problem.source, f);
    right = tests::values_of<long double>(f);
    SolveSettings settings;
    settings.threads = 1;
    settings.clone = best_clone();
    settings.most_iterations = 400;
    ColumnSolver solver(problem.matrix, settings);
    solver.set_shift(problem.shift);
    solver.solve(f, u);
    allowed = k_rounding * static_cast<double>(plain.turnover(tests::values_of<long double>(u), right));
    solver.solve_to(f, u, allowed);
    found = tests::values_of<long double>(u);
    Values rest = plain.times(found);
    for (std::size_t c = 0; c < rest.size(); ++c) rest[c] -= right[c];
    residual = static_cast<double>(std::sqrt(tests::product(rest, rest)));
  }
};

/// Greatest difference against the greatest value.
double error(const Values& found, const Values& expected) {
  long double worst = 0, greatest = 0;
  for (std::size_t c = 0; c < found.size(); ++c) {
    worst = std::max(worst, std::abs(found[c] - expected[c]));
    greatest = std::max(greatest, std::abs(expected[c]));
  }
  return greatest > 0 ? static_cast<double>(worst / greatest) : static_cast<double>(worst);
}

/// An ill-conditioned problem turns what double leaves of a residual into more than 1e-13: one in a thousand may.
struct Misses {
  int taken = 0, above = 0;
  void take(double error) {
    CHECK(error <= 1e-12);
    ++taken;
    above += error <= 1e-13 ? 0 : 1;
  }
  bool are_rare() const { return above <= taken / 1000; }
};

}  // namespace

TEST_CASE("[law] random problems of 1 to 7 cells a side come out as by elimination, to 1e-13") {
  Misses misses;
  for (unsigned seed = 0; seed < in_the_long_run(700); ++seed) {
    CAPTURE(seed);
    const Solved solved(seed, 1, seed % 3 == 0 ? 7 : 4);
    misses.take(error(solved.found, tests::eliminated(solved.plain.dense(), solved.right)));
  }
  CHECK(misses.are_rare());
}

TEST_CASE("[law] random problems of 8 to 33 cells a side leave no more than rounding, reckoned in long double") {
  for (unsigned seed = 0; seed < in_the_long_run(260); ++seed) {
    CAPTURE(seed);
    const Solved solved(seed, 8, 33);
    CHECK(solved.residual <= 1.5 * solved.allowed);
  }
}

TEST_CASE("[law] random problems come out as by plain conjugate gradients, to 1e-13") {
  Misses misses;
  for (unsigned seed = 0; seed < in_the_long_run(40); ++seed) {
    CAPTURE(seed);
    const Solved solved(1000 + seed, 8, 16);
    misses.take(error(solved.found, tests::plainly_solved(solved.plain, solved.right, 1e-17L)));
  }
  CHECK(misses.are_rare());
}

TEST_CASE("[law] the matrix of a random problem is symmetric to the last bit and no row is below zero") {
  for (unsigned seed = 0; seed < 100; ++seed) {
    CAPTURE(seed);
    const RandomProblem problem = random_problem(seed, 1, 6);
    const std::vector<Values> a = Plain(problem.matrix, problem.shift).dense();
    bool is_symmetric = true, is_dominant = true;
    for (std::size_t r = 0; r < a.size(); ++r) {
      long double sum = 0;
      for (std::size_t c = 0; c < a.size(); ++c) {
        is_symmetric = is_symmetric && a[r][c] == a[c][r] && (r == c || a[r][c] <= 0);
        sum += a[r][c];
      }
      is_dominant = is_dominant && a[r][r] > 0 && sum >= 0;
    }
    CHECK(is_symmetric);
    CHECK(is_dominant);
  }
}

TEST_CASE("[law] random alternating problems come out as by elimination, to 1e-9") {
  using Complex = std::complex<long double>;
  for (unsigned seed = 0; seed < in_the_long_run(150); ++seed) {
    CAPTURE(seed);
    tests::Dice dice(seed);
    const Grid grid = tests::random_grid(dice, 1, seed % 3 == 0 ? 6 : 4);
    const Medium conducting = tests::random_medium(dice, grid), storing = tests::random_medium(dice, grid);
    std::array<Transmissibilities, 2> parts = {{{grid, conducting}, {grid, storing}}};
    if (dice.coin()) parts = Transmissibilities::alternating(grid, conducting, storing);
    const Index cell = grid.layout().at(0, 0, grid.layout().nz - 1);
    for (Transmissibilities& part : parts) {
      part.add_top(grid, conducting, INFINITY, 1, 1);
      if (grid.layout().nz > 1) part.hold({{cell, -2, 2}});
    }
    SolveSettings settings;
    settings.tolerance = 1e-12;
    settings.threads = 1;
    settings.most_iterations = 400;
    ComplexSolver solver(parts[0], parts[1], settings);
    ComplexField f{Field("re", "V", grid.layout()), Field("im", "V", grid.layout())}, u = f;
    solver.load(nullptr, f);
    solver.solve(f, u);
    tests::PlainMatrix<Complex> plain(parts[0], 0);
    plain.add(parts[1], 0, Complex(0, parts[1].scale() / parts[0].scale()));
    std::vector<Complex> right;
    for (const Index c : tests::cells_of(grid.layout())) right.emplace_back(f.real.cells()[c], f.imaginary.cells()[c]);
    const std::vector<Complex> expected = tests::eliminated(plain.dense(), right);
    long double worst = 0, greatest = 0;
    std::size_t n = 0;
    for (const Index c : tests::cells_of(grid.layout())) {
      worst = std::max(worst, std::abs(expected[n] - Complex(u.real.cells()[c], u.imaginary.cells()[c])));
      greatest = std::max(greatest, std::abs(expected[n++]));
    }
    CHECK(static_cast<double>(worst) <= 1e-9 * static_cast<double>(greatest));
  }
}
