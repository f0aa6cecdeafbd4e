#include "percuta/report/fields/run_fields.hpp"

#include <doctest/doctest.h>

#include <memory>

#include "percuta/numerics/time/ros2.hpp"
#include "percuta/numerics/time/tr_bdf2.hpp"
#include "percuta/report/fields/run_store.hpp"
#include "report/fields/run_fields_fixture.hpp"
#include "storage/folder_content.hpp"

/// A run that stops, leaves run.h5 and goes on in fresh objects, against one that never stopped.
using namespace percuta;
using namespace percuta::report;
using numerics::Field;
using numerics::Grid;

namespace {

constexpr double k_half = 900, k_end = 3600;  // [s]

numerics::SolveSettings on(int threads) {
  numerics::SolveSettings solve;
  solve.tolerance = 1e-6;
  solve.threads = threads;
  return solve;
}

numerics::StepSettings steps() {
  numerics::StepSettings step;
  step.first = 10;
  step.atol = 1e-4;
  return step;
}

/// A box whose top lies in a bath.
struct Box {
  Grid grid{
      {21, 9, 10, false, true}, 20e-6, 20e-6, {0, 5e-6, 1.2e-5, 2e-5, 3e-5, 5e-5, 8e-5, 1.2e-4, 2e-4, 3e-4, 5e-4}};
  numerics::Transmissibilities matrix;
  Field start{"c", "kg/m3", grid.layout()};

  Box() {
    numerics::Medium medium;
    medium.conductivity = Field("D", "m2/s", grid.layout(), 1e-11);
    medium.capacity = Field("K", "1", grid.layout(), 1);
    matrix = numerics::Transmissibilities(grid, medium);
    matrix.add_top(grid, medium, 1e-7, 1, 1);
    start.fill(grid, [](double x, double y, double z) { return x < 1e-4 && y > 6e-5 && z < 1e-4 ? 2.0 : 0.1; });
  }
};

/// Diffusion with a source that follows the clock.
struct Diffusion : Box {
  std::unique_ptr<numerics::TrBdf2> walk;

  explicit Diffusion(int threads) {
    numerics::TimeProblem problem;
    problem.matrix = &matrix;
    problem.labels = {{1, "bath"}};
    problem.source = [](double t, Field& source) { source.fill(t / 3600 * 1e-18); };
    walk = std::make_unique<numerics::TrBdf2>(problem, start, 0, steps(), on(threads));
    walk->add_event({1800, [](double, const std::vector<Field*>& fields) { (*fields[0])(10, 4, 0) += 1; }});
  }
};

/// The same with a quantity that stays and is made from it.
struct Making : Box {
  std::unique_ptr<numerics::Ros2> walk;

  explicit Making(int threads) {
    numerics::Reaction reaction;
    reaction.rate = [](const numerics::CellRun& cells, double* const* rate) {
      for (numerics::Index i = 0; i < cells.n; ++i) {
        rate[0][i] = -1e-3 * cells.value[0][i];
        rate[1][i] = 1e-3 * cells.value[0][i] * cells.value[0][i];
      }
    };
    reaction.jacobian = [](const numerics::CellRun& cells, double* const* j) {
      for (numerics::Index i = 0; i < cells.n; ++i) {
        j[0][i] = -1e-3;
        j[2][i] = 2e-3 * cells.value[0][i];
      }
    };
    std::vector<numerics::ReactingField> fields = {{start, &matrix, true, {{1, "bath"}}},
                                                   {Field("made", "kg/m3", grid.layout()), nullptr, false, {}}};
    walk = std::make_unique<numerics::Ros2>(std::move(fields), reaction, 0, steps(), on(threads));
    walk->add_event({1800, [](double, const std::vector<Field*>& both) { (*both[1])(10, 4, 0) += 1; }});
  }
};

/// Stops at half time, keeps the state, goes on from the file on `threads`, against a run that goes through.
template <class Run>
void check_resume(int threads) {
  const TemporaryFolder folder;
  Run through(1), first(threads), second(threads);
  through.walk->advance(k_half);
  through.walk->advance(k_end);
  first.walk->advance(k_half);
  const RoomState state{{first.walk->checkpoint()}, {}, {}, {}};
  write_run_store({"inputs", {{"box", first.grid, {}, state}}}, folder / "run.h5");
  const auto kept = recall_run_store(folder / "run.h5", "inputs");
  if (!kept || !kept->rooms.front().state) {
    FAIL("run.h5 holds no state");
    return;
  }
  second.walk->restore(kept->rooms.front().state->walks.front());
  CHECK(second.walk->time() == k_half);
  second.walk->advance(k_end);
  CHECK(through.walk->count().accepted > first.walk->count().accepted + 3);
  CHECK(are_same(second.walk->checkpoint(), through.walk->checkpoint()));
}

}  // namespace

TEST_CASE("[law] TR-BDF2 goes on from run.h5 and ends with the bytes of a run that never stopped, on any threads") {
  for (const int threads : {1, 2}) {
    CAPTURE(threads);
    check_resume<Diffusion>(threads);
  }
}

TEST_CASE("[law] ROS2 goes on from run.h5 and ends with the bytes of a run that never stopped, on any threads") {
  for (const int threads : {1, 2}) {
    CAPTURE(threads);
    check_resume<Making>(threads);
  }
}
