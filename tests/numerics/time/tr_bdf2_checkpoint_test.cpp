#include "percuta/numerics/time/tr_bdf2.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "numerics/solvers/layered_skin.hpp"
#include "numerics/time/walks.hpp"
#include "percuta/base/error.hpp"

using namespace percuta;
using namespace percuta::numerics;
using tests::is_same;
using tests::Skin;
using tests::stream;
using tests::tight;

namespace {

/// Skin on enough cells for several threads, with a bath that swings, a channel that closes and an event to come.
struct Stopping {
  Skin skin;
  SolveSettings solve = tight(1e-4);
  std::vector<double> seen;
  std::vector<double> asked = {50, 100, 130, 250};

  explicit Stopping(int threads) {
    skin.grid = Grid({40, 40, 24}, 20e-6, 20e-6, even_edges(24, 1e-3));
    const Layout& layout = skin.grid.layout();
    skin.medium.conductivity = Field("D", "m2/s", layout, 1e-10);
    skin.medium.capacity = Field("K", "1", layout, 1);
    skin.medium.sink = Field("clearance", "1/s", layout, 1e-4);
    at(0);
    solve.threads = threads;
  }
  void at(double t) {
    skin.medium.conductivity(3, 4, 5) = 1e-10 + 9e-10 * std::exp(-t / 60);
    skin.matrix = Transmissibilities(skin.grid, skin.medium);
    skin.matrix.add_top(skin.grid, skin.medium, 1e-6, 1 + 0.5 * std::sin(t / 50), 1);
  }
  TrBdf2 walk(bool is_moving) {
    TimeProblem problem = skin.problem();
    if (is_moving) {
      problem.at = [this](double t, Transmissibilities&) {
        at(t);
        return true;
      };
    }
    TrBdf2 made(problem, Field("c", "1", skin.grid.layout(), 0), 0, StepSettings{}, solve);
    for (const double time : {40.0, 100.0, 170.0}) {
      made.add_event({time, [](double, const std::vector<Field*>& fields) { (*fields[0])(2, 3, 4) += 1; }});
    }
    made.set_output({asked, [this](double t, const std::vector<const Field*>& fields) {
                       seen.push_back(t);
                       seen.push_back((*fields[0])(2, 3, 4));
                     }});
    return made;
  }
};

}  // namespace

TEST_CASE("[law] who goes on from a checkpoint ends with the same bytes as who never stopped, on any threads") {
  for (const bool is_moving : {false, true}) {
    for (const double stop : {100.0, 120.0}) {  // with an event there, and in between
      Stopping whole(1);
      TrBdf2 straight = whole.walk(is_moving);
      straight.advance(stop);
      const TimeCheckpoint kept = straight.checkpoint();
      straight.advance(300);
      for (const int threads : {1, 2, 4}) {
        CAPTURE(is_moving);
        CAPTURE(threads);
        Stopping second(threads);
        TrBdf2 resumed = second.walk(is_moving);
        resumed.restore(kept);
        CHECK(resumed.time() == stop);
        resumed.advance(300);
        CHECK(is_same(straight.value(), resumed.value()));
        CHECK(straight.count().accepted == resumed.count().accepted);
        CHECK(straight.count().iterations == resumed.count().iterations);
        CHECK(straight.ledger().amount("top") == resumed.ledger().amount("top"));
        CHECK(straight.ledger().amount("sink") == resumed.ledger().amount("sink"));
        CHECK(straight.ledger().amount("events") == resumed.ledger().amount("events"));
        CHECK(straight.ledger().now == resumed.ledger().now);
        const std::vector<double> rest(whole.seen.end() - static_cast<std::ptrdiff_t>(second.seen.size()),
                                       whole.seen.end());
        CHECK(second.seen == rest);
        CHECK(second.seen.front() > stop);
      }
    }
  }
}

TEST_CASE("[unit] a checkpoint of another field or grid is refused") {
  Skin skin;
  TrBdf2 walk(skin.problem(), Field("c", "1", skin.grid.layout(), 0), 0, StepSettings{}, tight(1e-4));
  walk.advance(10);
  TimeCheckpoint other = walk.checkpoint();
  other.fields[0] = Field("T", "K", skin.grid.layout());
  CHECK_THROWS_AS(walk.restore(other), InputError);
  other = walk.checkpoint();
  other.fields[1] = Field("rate", "1", {3, 3, 3});
  CHECK_THROWS_AS(walk.restore(other), InputError);
  other = walk.checkpoint();
  other.ledgers.clear();
  CHECK_THROWS_AS(walk.restore(other), InputError);
  walk.restore(walk.checkpoint());
  CHECK(walk.time() == 10);
}

TEST_CASE("[law] with a flow too, who goes on from a checkpoint ends with the same bytes") {
  const auto walk_of = [](Skin& skin, Advection& advection) {
    TimeProblem problem = skin.problem();
    problem.advection = &advection;
    problem.at = [&](double t, Transmissibilities& matrix) {
      matrix.set_outside(1, 1 + std::sin(t / 50));
      FaceFlow flow = stream(skin);
      flow.set(Axis::x, 3, 3, 3, 1e-17 * t);
      advection.set_flow(matrix, flow);
      return true;
    };
    return TrBdf2(problem, Field("c", "1", skin.grid.layout(), 0), 0, StepSettings{}, tight(1e-4));
  };
  Skin one, two;
  Advection flow_one(one.matrix, stream(one)), flow_two(two.matrix, stream(two));
  TrBdf2 straight = walk_of(one, flow_one), resumed = walk_of(two, flow_two);
  straight.advance(100);
  resumed.restore(straight.checkpoint());
  straight.advance(200);
  resumed.advance(200);
  CHECK(is_same(straight.value(), resumed.value()));
  CHECK(straight.ledger().amount("top") == resumed.ledger().amount("top"));
}

TEST_CASE("[law] what loose solves leave in cells that hold nothing is not lost at a checkpoint") {
  tests::Slab slab({6, 6, 16});
  for_each_cell(slab.grid.layout(), [&](Index i, Index j, Index k) {
    if ((i + j) % 3 == 0 && k > 3) (*slab.medium.capacity)(i, j, k) = 0;
  });
  slab.matrix = Transmissibilities(slab.grid, slab.medium);
  slab.matrix.add_top(slab.grid, slab.medium, 1, 1, 1);
  const Field start("c", "1", slab.grid.layout(), 0);
  const StepSettings step{1e-3, 1e-5, 1e-3};
  TrBdf2 straight(slab.problem(), start, 0, step, tight(1e-3)), resumed(slab.problem(), start, 0, step, tight(1e-3));
  straight.advance(0.1);
  resumed.restore(straight.checkpoint());
  straight.advance(1);
  resumed.advance(1);
  CHECK(is_same(straight.value(), resumed.value()));
  CHECK(straight.ledger().amount("solver") != 0);
  CHECK(straight.ledger().amount("solver") == resumed.ledger().amount("solver"));
  CHECK(std::abs(resumed.ledger().mismatch()) <= 1e-13 * resumed.ledger().amount("top"));
}
