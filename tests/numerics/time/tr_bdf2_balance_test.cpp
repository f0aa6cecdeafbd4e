#include <doctest/doctest.h>

#include <cmath>

#include "numerics/solver/layered_skin.hpp"
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
