// Layers with channels in time (problem c, closed sides, from nothing to an hour after a dose of 1 on top): ours beside
// locally one-dimensional steps, which split the directions. Errors against TR-BDF2 with steps so short that halving
// them moves it by far less. Times to an error are processor time, as runs this long cannot be taken in turn.
// Arguments: columns per side (128 when left out), threads.
#include <array>
#include <cmath>
#include <optional>

#include "lod_step.hpp"
#include "measure.hpp"
#include "percuta/numerics/time/tr_bdf2.hpp"
#include "solver_problems.hpp"

namespace {

using namespace percuta;
using namespace percuta::numerics;
using namespace percuta::benchmark;

constexpr double k_end = 3600;                         // [s]
constexpr double k_biofvm_nanoseconds = 26.8;          // a voxel and step at 1M voxels on another machine
constexpr double k_biofvm_bytes = 357;                 // a voxel
constexpr double k_lod_steps[] = {60, 20, 6, 2, 0.6};  // [s]
constexpr double k_our_steps[] = {3600, 1800, 1200, 600, 300, 120, 60};  // [s]
constexpr double k_tolerances[] = {1e-2, 1e-3, 1e-4};
constexpr double k_reference_step = 30;    // the longest of the reference [s]
constexpr double k_step_tolerance = 1e-5;  // of backward Euler's solve
constexpr double k_wanted_of_biofvm = 1 / 1.3;
constexpr int k_steps_timed = 15, k_repeats = 3;
constexpr int k_dose = 1;  // label of what comes in from the top

struct Case {
  Grid grid;
  Transmissibilities matrix = problem('c', grid);
  int threads = 0;
};

/// What came in through the top, and where it is.
struct Result {
  double uptake = 0;
  Field u;
  double seconds = 0;  ///< of all processors
  double steps = 0;
};

struct Errors {
  double uptake = 0, field = 0;
};

/// Relative; of the field in the root mean square.
Errors errors(const Case& on, const Result& result, const Result& reference) {
  double off = 0, size = 0;
  for_each_cell(on.grid.layout(), [&](Index i, Index j, Index k) {
    const double v = on.grid.volume(k), difference = result.u(i, j, k) - reference.u(i, j, k);
    off += v * difference * difference;
    size += v * reference.u(i, j, k) * reference.u(i, j, k);
  });
  return {std::abs(result.uptake / reference.uptake - 1), std::sqrt(off / size)};
}

std::string short_number(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.2g", value);
  return text.data();
}

SolveSettings settings(const Case& on) {
  return {.threads = on.threads, .clone = best_clone()};
}

Result ours(Case& on, const StepSettings& step, int repeats) {
  Result result{0, Field("u", "1", on.grid.layout())};
  const Field start = result.u;
  TimeProblem time;
  time.matrix = &on.matrix;
  time.labels = {{k_dose, "dose"}};
  std::vector<double> seconds;
  for (int repeat = 0; repeat < repeats; ++repeat) {
    const double began = processor_seconds();
    TrBdf2 walk(time, start, 0, step, settings(on));
    walk.advance(k_end);
    seconds.push_back(processor_seconds() - began);
    result.u = walk.value();
    result.uptake = walk.ledger().amount("dose");
    result.steps = static_cast<double>(walk.count().accepted);
  }
  result.seconds = median(seconds);
  return result;
}

Result by_lod(Case& on, double dt) {
  Result result{0, Field("u", "1", on.grid.layout())};
  LodStep step(on.matrix, dt, on.threads);
  result.steps = std::round(k_end / dt);
  for (int n = 0; n < static_cast<int>(result.steps); ++n) {
    const double began = processor_seconds();
    step.advance(result.u);
    result.seconds += processor_seconds() - began;
    result.uptake -= dt * on.matrix.outflow(k_dose, result.u);
  }
  return result;
}

/// One run: what it cost and how far off it is.
struct Point {
  double error = 0, seconds = 0;
};

/// Seconds to an error, between the two runs that enclose it on logarithmic axes; none where no run is as good.
std::optional<double> seconds_to(double error, const std::vector<Point>& points) {
  std::optional<double> least;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (points[i].error > error) continue;
    double seconds = points[i].seconds;
    if (i > 0 && points[i - 1].error > error) {
      const Point &worse = points[i - 1], &better = points[i];
      const double share = std::log(worse.error / error) / std::log(worse.error / better.error);
      seconds = worse.seconds * std::pow(better.seconds / worse.seconds, share);
    }
    least = std::min(least.value_or(seconds), seconds);
  }
  return least;
}

void print_times(const std::string& what, const std::vector<Point>& ours, const std::vector<Point>& lod,
                 bool has_target = true) {
  for (const auto& [error, target] : {std::pair{1.5e-2, 20.0}, {1e-3, 4.0}, {1e-4, 30.0}}) {
    const std::optional<double> mine = seconds_to(error, ours), theirs = seconds_to(error, lod);
    if (!mine) continue;
    const std::string finest = "LOD at 0.6 s, still " + short_number(lod.back().error) + " off";
    print_row("time to " + short_number(error) + " of " + what, *mine, "s", theirs.value_or(lod.back().seconds),
              theirs ? "LOD" : finest, false, has_target ? target : 0);
  }
}

/// Backward Euler with our solver, from the last value.
class BackwardEuler {
 public:
  BackwardEuler(const Case& on, double dt) : matrix_(on.matrix), solver_(on.matrix, loose(on), "u") {
    solver_.set_shift(1 / dt);
    share_ = matrix_.mass_scale() / matrix_.scale() / dt;
    matrix_.load(nullptr, load_);
  }

  void advance(Field& u) {
    const Index slab = matrix_.layout().slab();
    for_cells(solver_.ranges(), [&](Index j) {
      const float* mass = matrix_.mass() + j * slab;
      const double *from = load_.cells() + j * slab, *now = u.cells() + j * slab;
      double* to = f_.cells() + j * slab;
      for (Index i = 0; i < slab; ++i) to[i] = from[i] + share_ * static_cast<double>(mass[i]) * now[i];
    });
    iterations_ += solver_.solve(f_, u).iterations;
  }
  Index iterations() const { return iterations_; }
  std::size_t bytes() const { return solver_.bytes() + f_.bytes() + load_.bytes(); }

 private:
  static SolveSettings loose(const Case& on) {
    SolveSettings all = settings(on);
    all.tolerance = k_step_tolerance;
    return all;
  }

  const Transmissibilities& matrix_;
  ColumnSolver solver_;
  double share_ = 0;
  Index iterations_ = 0;
  Field load_{"f", "1", matrix_.layout()}, f_{"f", "1", matrix_.layout()};
};

void print_memory(const Case& on, const BackwardEuler& step, const LodStep& split, const Field& u) {
  const auto cells = static_cast<double>(on.grid.layout().cells());
  const double own = static_cast<double>(on.matrix.bytes() + step.bytes() + u.bytes()) / cells;
  const double theirs = static_cast<double>(on.matrix.bytes() + split.bytes() + u.bytes()) / cells;
  print_row("memory of a backward Euler step", own, "B/cell", theirs, "LOD", false);
  print_row("memory of a backward Euler step", own, "B/cell", k_biofvm_bytes, "BioFVM", false, 3);
}

/// Backward Euler by ours and by a split step, in turn, from where the hour has well begun.
void race_steps(Case& on, double dt, const Field& begun) {
  Field u = begun, split = begun;
  BackwardEuler step(on, dt);
  LodStep lod(on.matrix, dt, on.threads);
  const Timed timed = timed_in_turn(k_steps_timed, {[&] { step.advance(u); }, [&] { lod.advance(split); }});
  const double per_cell = 1e9 / static_cast<double>(on.grid.layout().cells());
  const std::string name = "backward Euler step of " + short_number(dt) + " s, " +
                           short_number(static_cast<double>(step.iterations()) / (k_steps_timed + 1)) + " it.";
  print_row(name, timed.median_of(0) * per_cell, "ns/cell", timed.median_of(1) * per_cell, "LOD", false);
  print_row(name, timed.median_of(0) * per_cell, "ns/cell", k_biofvm_nanoseconds, "BioFVM on another machine", false,
            k_wanted_of_biofvm);
  if (dt < 1) print_memory(on, step, lod, u);
}

Result by_euler(Case& on, double dt) {
  Result result{0, Field("u", "1", on.grid.layout())};
  BackwardEuler step(on, dt);
  result.steps = std::round(k_end / dt);
  const double began = processor_seconds();
  for (int n = 0; n < static_cast<int>(result.steps); ++n) {
    step.advance(result.u);
    result.uptake -= dt * on.matrix.outflow(k_dose, result.u);
  }
  result.seconds = processor_seconds() - began;
  return result;
}

/// Runs of one method from the coarsest to the finest.
struct Series {
  std::vector<Point> uptake, field;

  void add(const Case& on, const std::string& name, const Result& result, const Result& reference) {
    const Errors off = errors(on, result, reference);
    uptake.push_back({off.uptake, result.seconds});
    field.push_back({off.field, result.seconds});
    tell_progress(name + ": " + short_number(result.steps) + " steps, " + short_number(result.seconds) +
                  " s, uptake off by " + short_number(off.uptake) + ", field by " + short_number(off.field));
  }
};

/// Both ways through time at all their steps, and what each costs to an error.
void race_times(Case& on, const Result& reference) {
  Series fixed, chosen, split, euler;
  for (const double dt : k_our_steps) {
    fixed.add(on, "TR-BDF2", ours(on, {.first = dt, .is_fixed = true}, k_repeats), reference);
  }
  for (const double rtol : k_tolerances) {
    chosen.add(on, "TR-BDF2 of its own steps", ours(on, {.rtol = rtol, .atol = 0.1 * rtol, .first = 1}, 1), reference);
  }
  for (const double dt : k_lod_steps) split.add(on, "LOD", by_lod(on, dt), reference);
  euler.add(on, "backward Euler", by_euler(on, k_lod_steps[0]), reference);
  const std::string beside = "LOD at " + short_number(k_lod_steps[0]) + " s";
  print_row("uptake error, backward Euler", euler.uptake[0].error, "", split.uptake[0].error, beside, false);
  print_row("field error, backward Euler", euler.field[0].error, "", split.field[0].error, beside, false);
  print_row("uptake error, TR-BDF2 at 300 s", fixed.uptake[4].error, "", split.uptake[0].error, beside, false);
  print_row("field error, TR-BDF2 at 300 s", fixed.field[4].error, "", split.field[0].error, beside, false);
  print_times("the uptake", fixed.uptake, split.uptake);
  print_times("the field", fixed.field, split.field);
  print_times("the field, own steps", chosen.field, split.field, false);
}

}  // namespace

int main(int count, char** words) {
  const Index side = count > 1 ? std::atoi(words[1]) : 128;
  Case on{Grid({side, side, 0}, k_side, k_side, skin_edges())};
  on.threads = count > 2 ? std::atoi(words[2]) : 0;
  tell_progress("the reference");
  const Result reference = ours(on, {.rtol = 1e-4, .atol = 1e-5, .first = 0.01, .longest = k_reference_step}, 1);
  for (const double dt : {0.6, 6.0, 60.0}) race_steps(on, dt, reference.u);
  race_times(on, reference);
}
