#include "numerics/solvers/plain_matrix.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "percuta/numerics/solvers/conjugate_gradients.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

using Values = std::vector<long double>;
using Plain = tests::PlainMatrix<long double>;

/// What the answer is an average of.
struct Bounds {
  double low = 1e300, high = -1e300;
  void take(double value) {
    low = std::min(low, value);
    high = std::max(high, value);
  }
};

/// A random problem without sources and sinks, and one step of backward Euler from a random start when asked.
struct Averaging {
  Grid grid;
  Transmissibilities matrix;
  Field right;
  double shift;
  Bounds bounds;

  Averaging(unsigned seed, Index most, bool is_step) : Averaging(tests::Dice(seed), most, is_step) {}

 private:
  Averaging(tests::Dice dice, Index most, bool is_step)
      : grid(tests::random_grid(dice, 1, most)), right("f", "1", grid.layout()), shift(0) {
    Medium medium = tests::random_medium(dice, grid);
    medium.sink.reset();
    matrix = Transmissibilities(grid, medium);
    matrix.add_top(grid, medium, dice.coin() ? 1e-6 : INFINITY, 2, 1);
    if (dice.coin()) matrix.add_bottom(grid, medium, 1e-6, 1, 2);
    if (grid.layout().nz > 2) matrix.hold({{grid.layout().at(0, 0, 1), 0.5, 3}});
    matrix.load(nullptr, right);
    for (const Exchange& exchange : matrix.exchanges()) bounds.take(exchange.outside);
    for (const Held& held : matrix.held()) bounds.take(held.value);
    if (!is_step) return;
    shift = std::pow(10, dice.uniform(-6, 3));
    const double beta = shift * (matrix.mass_scale() / matrix.scale());
    for_each_cell(grid.layout(), [&](Index i, Index j, Index k) {
      const double before = dice.uniform(-1, 3);
      const Index cell = grid.layout().at(i, j, k);
      if (matrix.mass()[cell] == 0) return;
      bounds.take(before);
      right(i, j, k) += beta * static_cast<double>(matrix.mass()[cell]) * before;
    });
  }
};

}  // namespace

TEST_CASE("[unit] elimination and plain conjugate gradients agree on a random problem") {
  const tests::RandomProblem problem = tests::random_problem(3, 3, 4);
  const Plain plain(problem.matrix, 1);
  Field f("f", "1", problem.grid.layout());
  problem.matrix.load(&problem.source, f);
  const Values right = tests::values_of<long double>(f);
  const Values a = tests::eliminated(plain.dense(), right), b = tests::plainly_solved(plain, right, 1e-17L);
  for (std::size_t c = 0; c < a.size(); ++c) CHECK(static_cast<double>(std::abs(a[c] - b[c])) <= 1e-15);
}

TEST_CASE("[law] what the plain matrix says of a field is what the solver says") {
  for (unsigned seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    const tests::RandomProblem problem = tests::random_problem(seed, 1, 18);
    Field u("u", "1", problem.grid.layout()), q = u;
    tests::Dice dice(seed);
    for_each_cell(u.layout(), [&](Index i, Index j, Index k) { u(i, j, k) = dice.uniform(-1, 1); });
    ColumnSolver solver(problem.matrix, {});
    solver.set_shift(problem.shift);
    const double product = solver.apply(u, q);
    const Values x = tests::values_of<long double>(u);
    const Plain plain(problem.matrix, problem.shift);
    const Values expected = plain.times(x), got = tests::values_of<long double>(q);
    for (std::size_t c = 0; c < x.size(); ++c) {
      CHECK(static_cast<double>(std::abs(got[c] - expected[c])) <= 1e-14 * static_cast<double>(plain.diagonal(c)));
    }
    CHECK(product == doctest::Approx(static_cast<double>(tests::product(x, expected))).epsilon(1e-12));
  }
}

TEST_CASE("[law] steady or after a step of backward Euler, the exact answer lies within what it is an average of") {
  for (unsigned seed = 0; seed < 400; ++seed) {
    CAPTURE(seed);
    const Averaging averaging(seed, 5, seed % 2 == 0);
    const Values u = tests::eliminated(Plain(averaging.matrix, averaging.shift).dense(),
                                       tests::values_of<long double>(averaging.right));
    const auto [low, high] = std::minmax_element(u.begin(), u.end());
    CHECK(static_cast<double>(*low) >= averaging.bounds.low);  // to the last bit of double
    CHECK(static_cast<double>(*high) <= averaging.bounds.high);
  }
}

TEST_CASE("[law] steady or after a step of backward Euler, the solver's answer lies within, to its residual") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    const Averaging averaging(seed, 12, seed % 2 == 0);
    SolveSettings settings;
    settings.tolerance = 1e-13;
    settings.threads = 1;
    settings.most_iterations = 400;
    ColumnSolver solver(averaging.matrix, settings);
    solver.set_shift(averaging.shift);
    Field u("u", "1", averaging.grid.layout(), averaging.bounds.low);
    solver.solve(averaging.right, u);
    const double slack = 1e-11 * (averaging.bounds.high - averaging.bounds.low + 1);
    CHECK(u.least() >= averaging.bounds.low - slack);
    CHECK(u.greatest() <= averaging.bounds.high + slack);
  }
}

TEST_CASE("[law] however loosely solved, what a stage leaves open adds up to no more than 1e-13 of the field's mass") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    const Averaging averaging(seed, 10, true);
    SolveSettings settings;
    settings.tolerance = 1e-2;
    settings.threads = 1;
    ColumnSolver solver(averaging.matrix, settings);
    solver.set_shift(averaging.shift);
    Field u("u", "1", averaging.grid.layout(), 1);
    solver.solve(averaging.right, u);
    const double told = solver.spread(u, u);
    const Plain plain(averaging.matrix, averaging.shift);
    const Values f = tests::values_of<long double>(averaging.right), x = tests::values_of<long double>(u),
                 ones = plain.times(Values(x.size(), 1.0L));
    long double open = 0, mass = 0;
    for (std::size_t c = 0; c < x.size(); ++c) {
      if (plain.diagonal(c) == 1 && ones[c] == 1) continue;  // held
      open += f[c] - plain.times(x, c);
      mass += ones[c] * std::abs(x[c]);
    }
    CHECK(static_cast<double>(std::abs(open)) <= 1e-13 * static_cast<double>(mass));
    CHECK(std::abs(told) <= 1e-13 * static_cast<double>(mass));
  }
}
