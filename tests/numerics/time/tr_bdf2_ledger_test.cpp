#include <doctest/doctest.h>

#include <cmath>

#include "numerics/solvers/layered_skin.hpp"
#include "numerics/solvers/random_problem.hpp"
#include "numerics/time/walks.hpp"
#include "percuta/numerics/operators/column_mask.hpp"

using namespace percuta;
using namespace percuta::numerics;
using tests::fixed;
using tests::Skin;
using tests::Slab;
using tests::stream;
using tests::tight;

namespace {

/// Michaelis and Menten's law, or as much held by a carrier of few places.
void saturate(const Field& u, Field& amount, Field& slope) {
  for_each_cell(u.layout(), [&](Index i, Index j, Index k) {
    amount(i, j, k) = 0.1 * u(i, j, k) / (1 + u(i, j, k));
    slope(i, j, k) = 0.1 / ((1 + u(i, j, k)) * (1 + u(i, j, k)));
  });
}

}  // namespace

TEST_CASE("[law] the ledger closes to 1e-13 of what the field holds, whatever the solver's tolerance") {
  for (const double tolerance : {1e-2, 1e-4, 1e-8}) {
    Skin skin;
    StepSettings step;
    step.first = 1;
    step.atol = 1e-4;
    TrBdf2 walk(skin.problem(), Field("c", "1", skin.grid.layout(), 0), 0, step, tight(tolerance));
    walk.advance(3600);
    const TimeLedger& ledger = walk.ledger();
    CAPTURE(tolerance);
    CHECK(ledger.now == doctest::Approx(walk.value().integral(skin.grid)).epsilon(1e-6));
    CHECK(ledger.amount("top") > 0);
    CHECK(ledger.amount("sink") < 0);
    CHECK(std::abs(ledger.mismatch()) <= 1e-13 * ledger.amount("top"));
    CHECK(std::abs(ledger.amount("solver")) <= 1e-13 * ledger.amount("top"));
  }
}

TEST_CASE("[law] without an exchange what is there stays, however it spreads") {
  tests::Dice dice(5);
  const Grid grid = tests::random_grid(dice, 8, 16);
  Medium medium = tests::random_medium(dice, grid);
  medium.sink.reset();
  Transmissibilities matrix(grid, medium);
  Field start("c", "1", grid.layout());
  for_each_cell(grid.layout(), [&](Index i, Index j, Index k) { start(i, j, k) = dice.coin() ? 1 : 0; });
  StepSettings step;
  step.atol = 1e-4;
  TrBdf2 walk({&matrix, {}, {}, {}}, start, 0, step, tight(1e-4));
  walk.advance(1e4);
  CHECK(walk.value().least() >= -step.atol);
  CHECK(walk.value().greatest() <= 1 + 1e-3);
  CHECK(std::abs(walk.ledger().now - walk.ledger().start - walk.ledger().amount("clipped")) <=
        1e-13 * walk.ledger().start);
}

TEST_CASE("[unit] an event happens at its moment and what it brings is a row of the ledger") {
  Skin skin(0);
  StepSettings step;
  TrBdf2 walk(skin.problem(), Field("c", "1", skin.grid.layout(), 1), 0, step, tight(1e-6));
  std::vector<double> times;
  walk.add_event({250, [&](double t, const std::vector<Field*>& fields) {
                    times.push_back(t);
                    fields[0]->fill(2);
                  }});
  walk.add_event({100, [&](double t, const std::vector<Field*>&) { times.push_back(t); }});
  walk.advance(300);
  CHECK(times == std::vector<double>{100, 250});
  CHECK(walk.ledger().amount("events") ==
        doctest::Approx(skin.grid.dx() * 12 * skin.grid.dy() * 10 * skin.grid.depth()));
  CHECK(walk.ledger().amount("top") < 0);
  CHECK(std::abs(walk.ledger().mismatch()) <= 1e-12 * walk.ledger().now);
}

TEST_CASE("[unit] a source fills the field at its rate") {
  Skin skin(0);
  TimeProblem problem = skin.problem();
  problem.source = [](double t, Field& source) { source.fill(t * 1e-18); };
  TrBdf2 walk(problem, Field("c", "1", skin.grid.layout(), 1), 0, StepSettings{}, tight(1e-6));
  walk.advance(100);
  CHECK(walk.ledger().amount("source") ==
        doctest::Approx(0.5e4 * 1e-18 * static_cast<double>(skin.grid.layout().cells())));
}

TEST_CASE("[law] with a flow the ledger closes to 1e-13 of what came in, and nothing falls below 0") {
  for (const FluxScheme scheme : {FluxScheme::upwind, FluxScheme::exponential}) {
    Skin skin;
    Advection advection(skin.matrix, stream(skin), {scheme, {1, 1}, {0, 2}});
    TimeProblem problem = skin.problem();
    problem.labels[2] = "bottom";
    problem.advection = &advection;
    StepSettings step;
    step.atol = 1e-4;
    TrBdf2 walk(problem, Field("c", "1", skin.grid.layout(), 0), 0, step, tight(1e-4));
    walk.advance(3600);
    const TimeLedger& ledger = walk.ledger();
    CHECK(ledger.amount("top") > 0);
    CHECK(ledger.amount("bottom") < 0);
    CHECK(ledger.now == doctest::Approx(walk.value().integral(skin.grid)).epsilon(1e-6));
    CHECK(std::abs(ledger.mismatch()) <= 1e-13 * ledger.amount("top"));
    CHECK(std::abs(ledger.amount("solver")) <= 1e-13 * ledger.amount("top"));
    CHECK(walk.value().least() >= 0);
    CHECK(walk.value().greatest() <= 1 + 1e-3);
  }
}

TEST_CASE("[law] a problem with a loss follows a bath that changes, in time or by an event, as one without does") {
  for (const bool by_event : {false, true}) {
    for (const bool is_nonlinear : {false, true}) {
      CAPTURE(by_event);
      CAPTURE(is_nonlinear);
      Slab slab({1, 1, 20});
      slab.matrix.add_top(slab.grid, slab.medium, INFINITY, 1, 1);
      TimeProblem problem = slab.problem();
      const auto turn = [](double t, Transmissibilities& matrix) { matrix.set_outside(1, t < 0.5 ? 1 : 5); };
      if (!by_event) {
        problem.at = [&](double t, Transmissibilities& matrix) {
          turn(t, matrix);
          return false;
        };
      }
      if (is_nonlinear) problem.nonlinear.loss = [](const Field&, Field& a, Field& b) { a.fill(0), b.fill(0); };
      TrBdf2 walk(problem, Field("c", "1", slab.grid.layout(), 1), 0, fixed(0.05), tight(1e-8));
      if (by_event) walk.add_event({0.5, [&](double t, const std::vector<Field*>&) { turn(t, slab.matrix); }});
      walk.advance(8);
      CHECK(walk.value()(0, 0, 19) == doctest::Approx(5).epsilon(1e-6));
      CHECK(walk.ledger().amount("top") == doctest::Approx(4).epsilon(1e-6));
      CHECK(std::abs(walk.ledger().mismatch()) <= 1e-12);
    }
  }
}

TEST_CASE("[law] what is filled, lost or bound in held and cut cells is in no ledger") {
  for (const bool is_cut : {false, true}) {
    for (const int law : {0, 1, 2}) {
      CAPTURE(is_cut);
      CAPTURE(law);
      Slab slab({3, 2, 4});
      if (is_cut) {
        ColumnMask mask(slab.grid.layout());
        mask.close(0, 0);
        mask.apply(slab.matrix);
      } else {
        slab.matrix.hold({{slab.grid.layout().at(1, 1, 1), 1, 5}});
      }
      TimeProblem problem = slab.problem();
      problem.at = [](double t, Transmissibilities& matrix) {
        matrix.set_outside(5, 1 + t);
        return false;
      };
      if (law == 0) problem.source = [](double, Field& source) { source.fill(0.25); };
      if (law == 1) problem.nonlinear.loss = saturate;
      if (law == 2) problem.nonlinear.bound = saturate;
      TrBdf2 walk(problem, Field("c", "1", slab.grid.layout(), 1), 0, fixed(0.05), tight(1e-8));
      walk.advance(1);
      if (law == 0) CHECK(walk.ledger().amount("source") == doctest::Approx(is_cut ? 0.25 * 20 : 0.25 * 23));
      CHECK(std::abs(walk.ledger().mismatch()) <= 1e-12 * walk.ledger().now);
    }
  }
}

TEST_CASE("[law] what a flow that begins later takes along has its row of the ledger") {
  Slab slab({1, 1, 10});
  Advection advection(slab.matrix, FaceFlow(slab.grid.layout()));
  TimeProblem problem = slab.problem();
  problem.advection = &advection;
  problem.at = [&](double t, Transmissibilities& matrix) {
    advection.set_flow(matrix, even_flow(slab.grid, {0, 0, t > 0.1 ? 0.5 : 0}));
    return true;
  };
  TrBdf2 walk(problem, Field("c", "1", slab.grid.layout(), 1), 0, fixed(0.05), tight(1e-8));
  walk.advance(1);
  CHECK(walk.ledger().now < 0.9);
  CHECK(std::abs(walk.ledger().mismatch()) <= 1e-12);
}

TEST_CASE("[law] the ledger closes over free cells without capacity too, whatever the solver's tolerance") {
  for (const double tolerance : {1e-2, 1e-4, 1e-8}) {
    CAPTURE(tolerance);
    Slab slab({6, 6, 16});
    for_each_cell(slab.grid.layout(), [&](Index i, Index j, Index k) {
      if ((i + j) % 3 == 0 && k > 3) (*slab.medium.capacity)(i, j, k) = 0;
    });
    slab.matrix = Transmissibilities(slab.grid, slab.medium);
    slab.matrix.add_top(slab.grid, slab.medium, 1, 1, 1);
    TrBdf2 walk(slab.problem(), Field("c", "1", slab.grid.layout(), 0), 0, fixed(0.05), tight(tolerance));
    walk.advance(1);
    CHECK(std::abs(walk.ledger().mismatch()) <= 1e-13 * walk.ledger().amount("top"));
  }
}
