#include <doctest/doctest.h>

#include <cmath>

#include "numerics/solvers/layered_skin.hpp"
#include "numerics/time/walks.hpp"
#include "percuta/numerics/time/tr_bdf2_chain.hpp"

using namespace percuta;
using namespace percuta::numerics;
using tests::distance;
using tests::is_same;
using tests::Slab;
using tests::tight;

namespace {

StepSettings by_tolerance() {
  StepSettings step;
  step.first = 1e-3;
  step.atol = 1e-5;
  return step;
}

}  // namespace

TEST_CASE("[unit] a walk ends exactly where it is asked to, without a sliver before") {
  Slab slab({1, 1, 8});
  slab.matrix.add_top(slab.grid, slab.medium, 1, 1, 1);
  TrBdf2 walk(slab.problem(), Field("c", "1", slab.grid.layout()), 0, by_tolerance(), tight(1e-8));
  for (const double until : {0.3, 0.7, 1.0 / 3 + 0.5}) {
    walk.advance(until);
    CHECK(walk.time() == until);
  }
  const Index before = walk.count().accepted;
  walk.advance(walk.time());
  CHECK(walk.count().accepted == before);
}

TEST_CASE("[law] a chain of one field walks as that field alone, bit for bit") {
  Slab one({2, 2, 8}), two({2, 2, 8});
  for (Slab* slab : {&one, &two}) slab->matrix.add_top(slab->grid, slab->medium, 1, 1, 1);
  const Field start("c", "1", one.grid.layout());
  TrBdf2 alone(one.problem(), start, 0, by_tolerance(), tight(1e-6));
  TrBdf2Chain chain({{two.problem(), start}}, 0, by_tolerance(), tight(1e-6));
  alone.advance(0.5);
  chain.advance(0.5);
  CHECK(is_same(alone.value(), chain.value(0)));
  CHECK(alone.count().accepted == chain.count().accepted);
  CHECK(alone.ledger().amount("top") == chain.ledger(0).amount("top"));
}

TEST_CASE("[law] the steps of a chain are those that its worst field asks for") {
  const auto steps = [](double second_rate) {
    Slab one({1, 1, 1}), two({1, 1, 1});
    for (Slab* slab : {&one, &two}) {
      const double rate = slab == &one ? 0.1 : second_rate;
      add_turning(Field("rate", "1/s", slab->grid.layout(), rate), 3, slab->matrix);
    }
    TimeProblem of_two = two.problem();
    of_two.labels[3] = "lost";
    TrBdf2Chain chain(
        {{one.problem(), Field("a", "1", one.grid.layout(), 1), 3}, {of_two, Field("b", "1", two.grid.layout(), 1)}}, 0,
        by_tolerance(), tight(1e-8));
    chain.advance(1);
    return chain.count().accepted;
  };
  CHECK(steps(50) > steps(0.1) + 5);
}
