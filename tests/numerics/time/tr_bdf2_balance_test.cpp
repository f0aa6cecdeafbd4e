#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "numerics/solvers/layered_skin.hpp"
#include "numerics/time/random_motion.hpp"
#include "numerics/time/walks.hpp"
#include "percuta/base/error.hpp"

using namespace percuta;
using namespace percuta::numerics;
using tests::distance;
using tests::Slab;
using tests::tight;

namespace {

/// The upper quarter holds nothing, under a bath of 1 behind a film of conductance 1.
struct Hollow : Slab {
  Hollow() : Slab({3, 2, 16}) {
    for_each_cell(grid.layout(), [&](Index i, Index j, Index k) {
      if (k < 4) (*medium.capacity)(i, j, k) = 0;
    });
    matrix = Transmissibilities(grid, medium);
    matrix.add_top(grid, medium, 1, 1, 1);
  }
};

StepSettings free_steps() {
  StepSettings step;
  step.first = 1e-3;
  step.atol = 1e-5;
  return step;
}

/// A loss that is none makes every stage a loop.
void make_loop(TimeProblem& problem) {
  problem.nonlinear.loss = [](const Field&, Field& amount, Field& slope) { amount.fill(0), slope.fill(0); };
}

}  // namespace

TEST_CASE("[law] cells that hold nothing follow at once from a start out of balance, and that is in no ledger") {
  for (const bool is_loop : {false, true}) {
    CAPTURE(is_loop);
    Hollow slab;
    TimeProblem problem = slab.problem();
    if (is_loop) make_loop(problem);
    TrBdf2 walk(problem, Field("c", "1", slab.grid.layout(), 0), 0, free_steps(), tight(1e-6));
    Field first;
    walk.set_output({{0}, [&](double, const std::vector<const Field*>& fields) { first = *fields[0]; }});
    walk.advance(1e-3);
    for (Index k = 0; k < 4; ++k) {  // a steady flux from the bath into the first cell that holds something
      const double far = 1 + 4.5 / 16, here = 1 + (static_cast<double>(k) + 0.5) / 16;
      CHECK(first(1, 1, k) == doctest::Approx(1 - here / far).epsilon(1e-5));
    }
    CHECK(first(1, 1, 4) == 0);
    walk.advance(1);
    CHECK(walk.count().accepted < 100);
    CHECK(walk.ledger().amount("top") > 0.1);
    CHECK(std::abs(walk.ledger().mismatch()) <= 1e-13 * walk.ledger().amount("top"));
  }
}

TEST_CASE("[law] what an event puts where nothing can be held has no effect") {
  const auto walked = [](double put) {
    Hollow slab;
    TrBdf2 walk(slab.problem(), Field("c", "1", slab.grid.layout(), 0), 0, free_steps(), tight(1e-8));
    walk.add_event({0.1, [&](double, const std::vector<Field*>& fields) {
                      (*fields[0])(1, 1, 2) += put;
                      slab.matrix.set_outside(1, 2);
                    }});
    walk.advance(1);
    CHECK(walk.ledger().amount("events") == 0);
    CHECK(std::abs(walk.ledger().mismatch()) <= 1e-13 * walk.ledger().amount("top"));
    return walk.value();
  };
  CHECK(distance(walked(0), walked(7)) < 1e-6);
}

TEST_CASE("[law] where all cells hold something a start is left as it is") {
  Slab slab({3, 2, 8});
  slab.matrix.add_top(slab.grid, slab.medium, 1, 1, 1);
  TrBdf2 walk(slab.problem(), Field("c", "1", slab.grid.layout(), 0.25), 0, free_steps(), tight(1e-6));
  Field first;
  walk.set_output({{0}, [&](double, const std::vector<const Field*>& fields) { first = *fields[0]; }});
  walk.advance(1e-3);
  CHECK(distance(first, Field("c", "1", slab.grid.layout(), 0.25)) == 0);
}

TEST_CASE("[law] balance is found where values are far above their differences, by a loop too") {
  for (const bool is_loop : {false, true}) {
    for (const double start : {0.0, 0.5, 1.0, 310.0}) {
      CAPTURE(is_loop);
      CAPTURE(start);
      Hollow slab;
      TimeProblem problem = slab.problem();
      if (is_loop) make_loop(problem);
      TrBdf2 walk(problem, Field("T", "K", slab.grid.layout(), start), 0, free_steps(), tight(1e-4));
      Field first;
      walk.set_output({{0}, [&](double, const std::vector<const Field*>& fields) { first = *fields[0]; }});
      walk.advance(1);
      const double far = 1 + 4.5 / 16, share = (far - 1.5 / 16 - 1) / far;  // of the way from the last empty cells
      CHECK(first(1, 1, 1) == doctest::Approx(start + share * (1 - start)).epsilon(1e-4));
      CHECK(first(1, 1, 4) == doctest::Approx(start));
      CHECK(std::abs(walk.ledger().mismatch()) <= 1e-13 * std::max(1.0, start));
    }
  }
}

TEST_CASE("[law] loose solves over cells that hold nothing stop no walk, and its ledger closes") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    tests::RandomMotion motion = tests::random_motion(seed, 1, 7);
    tests::Dice dice(seed);
    Index holding = 0;
    for_each_cell(motion.grid.layout(), [&](Index i, Index j, Index k) {
      if (dice.whole(0, 5) == 0) (*motion.medium.capacity)(i, j, k) = 0;
      holding += (*motion.medium.capacity)(i, j, k) > 0;
    });
    if (holding == 0) continue;
    Transmissibilities matrix(motion.grid, motion.medium);
    matrix.add_top(motion.grid, motion.medium, 1e-6, 1, 1);
    StepSettings step;
    step.first = motion.time / 50;
    step.atol = 1e-4;
    TrBdf2 walk({&matrix, {}, {}, {{1, "top"}}}, motion.start, 0, step, tight(1e-3));
    CHECK_NOTHROW(walk.advance(motion.time));
    double size = std::max(walk.ledger().start, walk.ledger().now);
    for (const TimeLedger::Row& row : walk.ledger().rows) size = std::max(size, std::abs(row.amount));
    CHECK(std::abs(walk.ledger().mismatch()) <= 1e-12 * size);
  }
}

TEST_CASE("[law] a cell that holds only what a law binds is not one that holds nothing") {
  const auto walked = [](bool is_bound) {
    Hollow slab;
    Field held("held", "1", slab.grid.layout(), 0);
    for_each_cell(slab.grid.layout(), [&](Index i, Index j, Index k) {
      if (k >= 4) return;
      held(i, j, k) = slab.grid.volume(k);
      if (!is_bound) (*slab.medium.capacity)(i, j, k) = 1;
    });
    slab.matrix = Transmissibilities(slab.grid, slab.medium);
    slab.matrix.add_top(slab.grid, slab.medium, 1, 1, 1);
    TimeProblem problem = slab.problem();
    if (is_bound) {
      problem.nonlinear.bound = [&](const Field& u, Field& amount, Field& slope) {
        slope = held;
        for_each_cell(u.layout(), [&](Index i, Index j, Index k) { amount(i, j, k) = held(i, j, k) * u(i, j, k); });
      };
    }
    TrBdf2 walk(problem, Field("c", "1", slab.grid.layout(), 0.5), 0, tests::fixed(0.01), tight(1e-10));
    walk.advance(0.1);
    CHECK(std::abs(walk.ledger().mismatch()) <= 1e-12);
    return walk.value();
  };
  CHECK(distance(walked(true), walked(false)) < 1e-8);
}
