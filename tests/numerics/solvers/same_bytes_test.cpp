#include "numerics/solvers/same_bytes.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>

#include "numerics/solvers/random_problem.hpp"
#include "percuta/numerics/fields/grid_transfer.hpp"
#include "percuta/numerics/operators/dissipation.hpp"
#include "percuta/numerics/solvers/complex_solver.hpp"
#include "percuta/numerics/time/ros2.hpp"
#include "percuta/numerics/time/tr_bdf2.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

/// Large enough for threads, odd in y, a multiple of the padding in x; wraps as told.
struct Large {
  Grid grid;
  Medium medium;
  Transmissibilities matrix;
  explicit Large(unsigned seed) : grid({32, 41, 25, seed % 2 == 0, seed % 3 == 0}, 20e-6, 20e-6, even_edges(25, 1e-3)) {
    tests::Dice dice(seed);
    medium = tests::random_medium(dice, grid);
    matrix = Transmissibilities(grid, medium);
    matrix.add_top(grid, medium, 1e-6, 1, 1);
  }
  Field zero() const { return {"u", "1", grid.layout()}; }
};

constexpr std::initializer_list<unsigned> k_seeds = {1, 2, 3, 6};  // no side wraps, x, y, both

using Answer = std::vector<Field>;

/// Fails for each way of computing whose answer has other bytes than the first.
void must_be_the_same(const std::function<Answer(const SolveSettings&)>& answer, double tolerance) {
  Answer expected;
  for (const SolveSettings& way : tests::every_way(tolerance)) {
    CAPTURE(tests::to_words(way));
    const Answer got = answer(way);
    if (expected.empty()) expected = got;
    CHECK(expected[0].greatest() > 0);
    for (std::size_t f = 0; f < got.size(); ++f) CHECK(tests::has_same_bytes(got[f], expected[f]));
  }
}

StepSettings two_steps() {
  StepSettings step;
  step.first = 10;
  step.is_fixed = true;
  return step;
}

/// Two fields that turn into each other, one of which moves.
Reaction exchange_of_two() {
  Reaction reaction;
  reaction.rate = [](const CellRun& cells, double* const* rate) {
    for (Index i = 0; i < cells.n; ++i) {
      const double a = cells.value[0][i], b = cells.value[1][i];
      rate[0][i] = 1e-3 * (b - a * a);
      rate[1][i] = 1e-3 * (a * a - b);
    }
  };
  reaction.jacobian = [](const CellRun& cells, double* const* j) {
    for (Index i = 0; i < cells.n; ++i) {
      j[0][i] = -2e-3 * cells.value[0][i];
      j[1][i] = 1e-3;
      j[2][i] = 2e-3 * cells.value[0][i];
      j[3][i] = -1e-3;
    }
  };
  return reaction;
}

}  // namespace

TEST_CASE("[law] a steady field, its heat and its passage to another grid have the same bytes any way") {
  for (const unsigned seed : k_seeds) {
    const Large large(seed);
    const Grid coarse({9, 12, 10}, 32 * 20e-6 / 9, 41 * 20e-6 / 12, even_edges(10, 1e-3));
    must_be_the_same(
        [&](const SolveSettings& way) {
          Field f = large.zero(), u = f;
          large.matrix.load(nullptr, f);
          ColumnSolver(large.matrix, way).solve(f, u);
          return Answer{u, dissipation(large.matrix, u), transferred(large.grid, u, coarse)};
        },
        1e-9);
  }
}

TEST_CASE("[law] an alternating field has the same bytes any way") {
  for (const unsigned seed : k_seeds) {
    const Large one(seed), other(seed + 12);
    must_be_the_same(
        [&](const SolveSettings& way) {
          ComplexSolver solver(one.matrix, other.matrix, way);
          ComplexField f{one.zero(), one.zero()}, u = f;
          solver.load(nullptr, f);
          solver.solve(f, u);
          return Answer{u.real, u.imaginary};
        },
        1e-6);
  }
}

TEST_CASE("[law] TR-BDF2 has the same bytes any way") {
  for (const unsigned seed : k_seeds) {
    must_be_the_same(
        [&](const SolveSettings& way) {
          Large large(seed);
          TrBdf2 walk({&large.matrix, {}, {}, {}}, large.zero(), 0, two_steps(), way);
          walk.advance(20);
          return Answer{walk.value()};
        },
        1e-4);
  }
}

TEST_CASE("[law] ROS2 has the same bytes any way") {
  for (const unsigned seed : {1U, 6U}) {
    must_be_the_same(
        [&](const SolveSettings& way) {
          Large large(seed);
          Ros2 walk({{large.zero(), &large.matrix, true}, {Field("b", "1", large.grid.layout(), 1)}}, exchange_of_two(),
                    0, two_steps(), way);
          walk.advance(20);
          return Answer{walk.value(0), walk.value(1)};
        },
        1e-4);
  }
}

TEST_CASE("[unit] other bytes are told apart, also of equal numbers") {
  Field a("a", "1", {2, 2, 2}), b = a;
  CHECK(tests::has_same_bytes(a, b));
  b(1, 1, 1) = -0.0;
  CHECK(!tests::has_same_bytes(a, b));
  CHECK(!tests::has_same_bytes(a, Field("a", "1", {2, 2, 1})));
}
