// What reacts and moves: ten fields that heal, in a block of skin and on a map, beside targets and, where SUNDIALS was
// found, beside CVODE. Argument: columns per side of the block that CVODE walks too (16 when left out).
#include <algorithm>
#include <cstdlib>
#include <limits>

#include "measure.hpp"
#include "percuta/numerics/kernel_clone.hpp"
#include "reacting_problem.hpp"
#ifdef PERCUTA_HAS_CVODE
#include "cvode_rival.hpp"
#endif

namespace {

using namespace percuta;
using namespace percuta::benchmark;

constexpr double k_span = 10 * k_day;
constexpr double k_half_year = 180 * k_day;

SolveSettings solve_settings(int threads, double tolerance = 1e-4) {
  SolveSettings solve;
  solve.tolerance = tolerance;
  solve.threads = threads;
  solve.clone = best_clone();
  return solve;
}

StepSettings step_settings(double rtol) {
  StepSettings step;
  step.rtol = rtol;
  step.atol = 0.1 * rtol;
  step.first = 60;
  return step;
}

[[maybe_unused]] std::vector<Field> fields_of(const Ros2& walk) {
  std::vector<Field> all;
  for (Index f = 0; f < k_fields; ++f) all.push_back(walk.value(f));
  return all;
}

/// Root mean square over fields and cells, each over its size.
[[maybe_unused]] double distance(const std::vector<Field>& a, const std::vector<Field>& reference) {
  double sum = 0, n = 0;
  for (std::size_t f = 0; f < a.size(); ++f) {
    for_each_cell(a[f].layout(), [&](Index i, Index j, Index k) {
      const double part = (a[f](i, j, k) - reference[f](i, j, k)) / (0.1 + std::abs(reference[f](i, j, k)));
      sum += part * part;
      n += 1;
    });
  }
  return std::sqrt(sum / n);
}

struct Cost {
  double error, seconds;
};

/// Seconds at an error, between the two runs beside it on logarithmic scales; infinite when none is that good.
[[maybe_unused]] double seconds_at(double error, std::vector<Cost> costs) {
  std::sort(costs.begin(), costs.end(), [](const Cost& a, const Cost& b) { return a.error < b.error; });
  for (std::size_t c = 1; c < costs.size(); ++c) {
    if (costs[c - 1].error > error || costs[c].error < error) continue;
    const double share = std::log(error / costs[c - 1].error) / std::log(costs[c].error / costs[c - 1].error);
    return costs[c - 1].seconds * std::pow(costs[c].seconds / costs[c - 1].seconds, share);
  }
  return std::numeric_limits<double>::infinity();
}

#ifdef PERCUTA_HAS_CVODE
/// Both over ten days at falling tolerances, one after the other, against our own tight run (CVODE nears the same).
void beside_cvode(const Layout& layout) {
  HealingProblem problem(layout);
  Ros2 tight = problem.walk(step_settings(1e-5), solve_settings(1, 1e-6));
  tight.advance(k_span);
  const std::vector<Field> reference = fields_of(tight);
  std::vector<Cost> ours, with_cycles, with_cells;
  for (const double rtol : {1e-2, 3e-3, 1e-3, 3e-4}) {
    std::vector<Field> got;
    const auto timed = [&](std::vector<Cost>& costs, const auto& work) {
      const double seconds = median_seconds(1, work);
      costs.push_back({distance(got, reference), seconds});
    };
    timed(ours, [&] {
      Ros2 walk = problem.walk(step_settings(rtol), solve_settings(1));
      walk.advance(k_span);
      got = fields_of(walk);
    });
    timed(with_cycles, [&] { got = cvode_heals(problem, k_span, rtol / 3, CvodeWay::cells_and_cycles).fields; });
    if (rtol > 1e-3) timed(with_cells, [&] { got = cvode_heals(problem, k_span, rtol / 10, CvodeWay::cells).fields; });
  }
  for (const double error : {1e-3, 5e-4}) {
    const std::string name = "healing to an error of " + std::to_string(error).substr(0, 6);
    print_row(name, seconds_at(error, ours), "s", seconds_at(error, with_cycles),
              "CVODE helped by our multigrid cycles", false);
  }
  print_row("healing, loosest tolerance", ours.front().seconds, "s", with_cells.front().seconds,
            "CVODE with dense cells alone (its error is larger)", false);
}
#endif

/// Half a year of a million cells, with its own steps.
void walk_half_year() {
  HealingProblem block({128, 128, 64});
  Ros2 walk = block.walk(step_settings(1e-3), solve_settings(0));
  const double seconds = median_seconds(1, [&] {
    for (int tenth = 1; tenth <= 10; ++tenth) {
      walk.advance(0.1 * tenth * k_half_year);
      tell_progress("day " + std::to_string(18 * tenth) + " of 180, a million cells");
    }
  });
  print_row("1M cells, ten fields, 180 days", seconds, "s", 300, "target", false);
  print_row("steps of it, repeated ones included", static_cast<double>(walk.count().accepted + walk.count().rejected),
            "", 5100, "hourly steps of a year's map", false);
}

/// A step of a block, its memory, and the steps that half a year takes.
void time_steps() {
  HealingProblem small({16, 16, 24});
  Ros2 year = small.walk(step_settings(1e-3), solve_settings(0));
  year.advance(k_half_year);
  const auto steps = static_cast<double>(year.count().accepted + year.count().rejected);
  HealingProblem block({128, 64, 32});
  StepSettings step = step_settings(1e-3);
  step.is_fixed = true;
  step.first = k_half_year / steps;
  Ros2 walk = block.walk(step, solve_settings(0));
  walk.advance(step.first);  // the hierarchy is built
  const double seconds = median_seconds(3, [&] { walk.advance(walk.time() + step.first); });
  const auto cells = static_cast<double>(block.grid.layout().cells());
  print_row("steps of half a year at rtol 1e-3", steps, "", 5100, "hourly steps of a year's map", false);
  print_row("step of ten fields", cells / seconds, "cell/s", 1e6 * steps / 300,
            "target: 1M cells, half a year in 300 s", true);
  print_row("memory of ten fields, four of them moving", static_cast<double>(walk.bytes()) / cells, "B/cell", 450,
            "target", false);
}

/// Exact solves of the columns of a map of 64 classes of 20 cells, on one core.
void time_map() {
  HealingProblem map({64, 1, 20}, true);
  const Transmissibilities& a = map.matrices[1];
  const Layout& layout = map.grid.layout();
  Field u = map.start()[maker];
  std::vector<double> scratch(static_cast<std::size_t>(2 * layout.nz * k_columns_swept));
  const MatrixSlab slab{layout.nx,
                        layout.nz,
                        layout.stride(),
                        layout.slab(),
                        a.tx(),
                        a.ty(),
                        a.tz(),
                        a.mass(),
                        a.sink(),
                        nullptr,
                        a.mass_scale() / a.scale() / 3600};
  constexpr int k_solves = 20000;
  const double seconds = median_seconds(5, [&] {
    for (int n = 0; n < k_solves; ++n) ros2_kernels(best_clone()).solve_alone(slab, u.cells(), scratch.data());
  });
  const double work = k_solves * static_cast<double>(layout.cells());
  print_row("column solves of a map", work / seconds, "cell/s", 2e9, "target", true);
  StepSettings step = step_settings(1e-3);
  step.is_fixed = true;
  step.first = 3600;
  Ros2 walk = map.walk(step, solve_settings(1));
  const double whole = median_seconds(3, [&] { walk.advance(walk.time() + 500 * step.first); });
  print_row("a year of a map of ten fields, hourly", whole / 500 * 8760, "s", 1, "a second a member", false);
}

}  // namespace

int main([[maybe_unused]] int count, [[maybe_unused]] char** words) {
  time_map();
  time_steps();
  walk_half_year();
#ifdef PERCUTA_HAS_CVODE
  const Index side = count > 1 ? std::atoi(words[1]) : 16;
  beside_cvode({side, side, 24});
#endif
}
