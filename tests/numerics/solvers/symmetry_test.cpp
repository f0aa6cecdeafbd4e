#include "numerics/solvers/symmetry.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "numerics/solvers/random_problem.hpp"
#include "numerics/solvers/same_bytes.hpp"
#include "percuta/numerics/operators/dissipation.hpp"
#include "percuta/numerics/time/ros2.hpp"
#include "percuta/numerics/time/tr_bdf2.hpp"

using namespace percuta;
using namespace percuta::numerics;
using tests::Turn;
using tests::turned;

namespace {

/// A problem as it is told, so that it can be told in another way.
struct Told {
  Grid grid;
  Medium medium;
  std::vector<Held> held;
  Field start;

  explicit Told(unsigned seed) : Told(tests::Dice(seed)) {}
  Told as_turned(Turn turn) const {
    Told other = *this;
    other.grid = turned(grid, turn);
    for (Field* field : {&other.medium.conductivity, &other.start}) *field = turned(*field, turn);
    for (auto* field : {&other.medium.conductivity_z, &other.medium.capacity, &other.medium.sink}) {
      if (*field) *field = turned(**field, turn);
    }
    for (Held& each : other.held) {
      const Layout& l = grid.layout();
      const auto [i, j] = turned(l, turn, each.cell % l.stride(), each.cell / l.slab());
      each.cell = other.grid.layout().at(i, j, each.cell % l.slab() / l.stride());
    }
    return other;
  }
  Transmissibilities matrix() const {
    Transmissibilities made(grid, medium);
    made.add_top(grid, medium, 1e-6, 1, 1);
    made.hold(held);
    return made;
  }

 private:
  explicit Told(tests::Dice dice) : grid(tests::random_grid(dice, 4, 18)), medium(tests::random_medium(dice, grid)) {
    const Layout& l = grid.layout();
    start = Field("c", "1", l);
    for_each_cell(l, [&](Index i, Index j, Index k) { start(i, j, k) = dice.uniform(0, 1); });
    held = {{l.at(1, 2, 2), 0.5, 2}};
    start(1, 2, 2) = 0.5;
  }
};

SolveSettings to_rounding() {
  SolveSettings settings;
  settings.tolerance = 1e-13;
  settings.threads = 1;
  settings.most_iterations = 400;
  return settings;
}

Field steady(const Told& told) {
  const Transmissibilities matrix = told.matrix();
  Field f("f", "1", told.grid.layout()), u = f;
  matrix.load(nullptr, f);
  ColumnSolver(matrix, to_rounding()).solve(f, u);
  return u;
}

StepSettings ten_steps() {
  StepSettings step;
  step.first = 10;
  step.is_fixed = true;
  return step;
}

/// Fails where what `answer` makes of a problem turned is not what it makes of it, turned.
template <typename Answer>
void must_turn_along(const Answer& answer, unsigned problems, double allowed) {
  for (unsigned seed = 0; seed < problems; ++seed) {
    const Told told(seed);
    const Field here = answer(told);
    for (const Turn turn : tests::k_turns) {
      CAPTURE(seed);
      CAPTURE(static_cast<int>(turn));
      CHECK(tests::distance(turned(here, turn), answer(told.as_turned(turn))) <= allowed * here.greatest());
    }
  }
}

}  // namespace

TEST_CASE("[law] a matrix turned is the matrix of the problem turned, to the last bit") {
  for (unsigned seed = 0; seed < 50; ++seed) {
    const Told told(seed);
    for (const Turn turn : tests::k_turns) {
      CAPTURE(seed);
      CAPTURE(static_cast<int>(turn));
      const Told other = told.as_turned(turn);
      Transmissibilities here = told.matrix(), there = other.matrix();
      Field u = told.start, v = turned(u, turn), q = u, p = v;
      u.fill(0);  // one cell that feels all six of its faces
      v.fill(0);
      const auto [i, j] = turned(told.grid.layout(), turn, 2, 1);
      u(2, 1, 1) = v(i, j, 1) = 1;
      ColumnSolver(here, to_rounding()).apply(u, q);
      ColumnSolver(there, to_rounding()).apply(v, p);
      p(i, j, 1) = q(2, 1, 1) = 0;  // the sum of its six may be taken in another order
      for (Field* each : {&p, &q}) {
        for_each_cell(each->layout(), [&](Index x, Index y, Index z) { (*each)(x, y, z) += 0.0; });  // no -0
      }
      CHECK(tests::has_same_bytes(p, turned(q, turn)));
    }
  }
}

TEST_CASE("[law] steady fields mirror, transpose and move along with their problem") {
  must_turn_along(steady, 40, 1e-11);
}

TEST_CASE("[law] heat mirrors, transposes and moves along with its problem") {
  must_turn_along(
      [](const Told& told) {
        Field u = steady(told);
        return dissipation(told.matrix(), u);
      },
      20, 1e-9);
}

TEST_CASE("[law] TR-BDF2 mirrors, transposes and moves along with its problem") {
  must_turn_along(
      [](const Told& told) {
        Transmissibilities matrix = told.matrix();
        TrBdf2 walk({&matrix, {}, {}, {}}, told.start, 0, ten_steps(), to_rounding());
        walk.advance(100);
        return walk.value();
      },
      20, 1e-11);
}

TEST_CASE("[law] ROS2 mirrors, transposes and moves along with its problem") {
  Reaction decay;
  decay.rate = [](const CellRun& cells, double* const* rate) {
    for (Index i = 0; i < cells.n; ++i) rate[0][i] = -1e-3 * cells.value[0][i] * cells.value[0][i];
  };
  decay.jacobian = [](const CellRun& cells, double* const* j) {
    for (Index i = 0; i < cells.n; ++i) j[0][i] = -2e-3 * cells.value[0][i];
  };
  must_turn_along(
      [&](const Told& told) {
        Transmissibilities matrix = told.matrix();
        Ros2 walk({{told.start, &matrix, false}}, decay, 0, ten_steps(), to_rounding());
        walk.advance(100);
        return walk.value(0);
      },
      20, 1e-11);
}

TEST_CASE("[unit] turned twice a field is as it was") {
  const Told told(3);
  for (const Turn turn : {Turn::mirror_x, Turn::mirror_y, Turn::transpose}) {
    CHECK(tests::has_same_bytes(turned(turned(told.start, turn), turn), told.start));
  }
}
