#include <doctest/doctest.h>

#include "numerics/solvers/same_bytes.hpp"
#include "percuta/base/error.hpp"
#include "percuta/numerics/time/ros2.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

constexpr double k_middle = 5000, k_end = 12000;

/// A signal that spreads, fades and leaves through the top, and what it makes.
struct Walk {
  Grid grid{{40, 20, 40, true, false}, 20e-6, 20e-6, even_edges(40, 600e-6)};
  Transmissibilities matrix;
  std::vector<std::vector<double>> seen;
  std::unique_ptr<Ros2> walk;

  explicit Walk(int threads) {
    Medium medium;
    medium.conductivity = Field("D", "m2/s", grid.layout(), 2e-12);
    medium.capacity = Field("K", "1", grid.layout(), 1);
    matrix = Transmissibilities(grid, medium);
    matrix.add_top(grid, medium, 1e-9, 0.25, 1);
    Reaction reaction;
    reaction.rate = [](const CellRun& cells, double* const* rate) {
      for (Index i = 0; i < cells.n; ++i) {
        rate[0][i] = -1e-4 * cells.value[0][i] * cells.value[1][i];
        rate[1][i] = 1e-4 * cells.value[0][i];
      }
    };
    reaction.jacobian = [](const CellRun& cells, double* const* j) {
      for (Index i = 0; i < cells.n; ++i) {
        j[0][i] = -1e-4 * cells.value[1][i];
        j[1][i] = -1e-4 * cells.value[0][i];
        j[2][i] = 1e-4;
      }
    };
    Field signal("signal", "1", grid.layout());
    signal.fill(grid, [](double x, double y, double z) { return x < 100e-6 && y < 200e-6 && z < 90e-6 ? 3.0 : 0.5; });
    SolveSettings solve;
    solve.tolerance = 1e-4;
    solve.threads = threads;
    StepSettings step;
    step.first = 60;
    walk =
        std::make_unique<Ros2>(std::vector<ReactingField>{{std::move(signal), &matrix, true, {{1, "top"}}},
                                                          {Field("matrix", "1", grid.layout(), 1), nullptr, false, {}}},
                               reaction, 0, step, solve);
  }
  void ask() {
    for (const double time : {3000.0, k_middle, 7000.0}) {
      walk->add_event({time, [](double, const std::vector<Field*>& fields) { fields[0]->fill(2); }});
    }
    walk->set_output({{1000, k_middle, 6000, 11000}, [&](double time, const std::vector<const Field*>& fields) {
                        seen.push_back({time, (*fields[0])(3, 3, 3), (*fields[1])(3, 3, 3)});
                      }});
  }
};

}  // namespace

TEST_CASE("[law] ROS2 restored from a checkpoint goes on byte for byte, events and outputs pending, on any threads") {
  Walk whole(1);
  whole.ask();
  whole.walk->advance(k_middle);
  whole.walk->advance(k_end);
  REQUIRE(whole.seen.size() == 4);
  for (const int threads : {1, 2, 4}) {
    Walk first(threads), second(threads);
    first.ask();
    first.walk->advance(k_middle);
    const TimeCheckpoint held = first.walk->checkpoint();
    second.walk->restore(held);
    second.ask();
    second.walk->advance(k_end);
    for (const Index f : {Index{0}, Index{1}}) {
      CHECK(tests::has_same_bytes(whole.walk->value(f), second.walk->value(f)));
      const TimeLedger &a = whole.walk->ledger(f), &b = second.walk->ledger(f);
      CHECK(a.now == b.now);
      CHECK(a.start == b.start);
      REQUIRE(a.rows.size() == b.rows.size());
      for (std::size_t row = 0; row < a.rows.size(); ++row) CHECK(a.rows[row].amount == b.rows[row].amount);
    }
    CHECK(whole.walk->count().accepted == second.walk->count().accepted);
    CHECK(whole.walk->count().iterations == second.walk->count().iterations);
    CHECK(first.seen.size() == 2);
    first.seen.insert(first.seen.end(), second.seen.begin(), second.seen.end());
    CHECK(first.seen == whole.seen);
  }
}

TEST_CASE("[unit] a checkpoint of another problem is refused") {
  Walk walk(1);
  const TimeCheckpoint good = walk.walk->checkpoint();
  TimeCheckpoint fewer = good, other = good, renamed = good, stopped = good;
  fewer.fields.pop_back();
  other.fields[1] = Field("matrix", "1", Layout{3, 3, 3});
  renamed.fields[0] = Field("oxygen", "1", walk.grid.layout());
  stopped.step = 0;
  for (const TimeCheckpoint& each : {fewer, other, renamed, stopped})
    CHECK_THROWS_AS(walk.walk->restore(each), InputError);
  walk.walk->restore(good);
  CHECK(walk.walk->time() == 0);
}
