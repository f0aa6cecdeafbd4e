// Steps in time, alternating currents and columns alone: how many iterations a warm stage takes, what a step of 300 s
// costs in accuracy, and how fast columns without neighbours are solved. No arguments.
#include "measure.hpp"
#include "percuta/numerics/solvers/complex_solver.hpp"
#include "percuta/numerics/time/tr_bdf2.hpp"
#include "solver_problems.hpp"

namespace {

using namespace percuta;
using namespace percuta::numerics;
using benchmark::print_row;

constexpr double k_step = 300, k_end = 7200;  // [s]

Grid grid_of(Index side) {
  return Grid({side, side, 0, true, true}, benchmark::k_side, benchmark::k_side, benchmark::skin_edges());
}

SolveSettings settings_of(double tolerance) {
  SolveSettings settings;
  settings.tolerance = tolerance;
  settings.clone = best_clone();
  return settings;
}

struct Walk {
  double uptake;      ///< through the top until k_end
  double iterations;  ///< a stage
};

/// Channels under a bath, from empty, in equal steps; `tolerance` of each stage.
Walk walked(const Grid& grid, double dt, double tolerance) {
  Transmissibilities matrix = benchmark::problem('c', grid);
  StepSettings step;
  step.first = dt;
  step.is_fixed = true;
  TrBdf2 walk({&matrix, {}, {}, {{1, "top"}, {2, "bottom"}}}, Field("c", "1", grid.layout()), 0, step,
              settings_of(tolerance));
  walk.advance(k_end);
  return {walk.ledger().amount("top"),
          static_cast<double>(walk.count().iterations) / static_cast<double>(2 * walk.count().accepted)};
}

/// Iterations of an implicit step of 300 s to 1e-6 of the right side, mean of 24 steps; from the field before it, or
/// from where the parabola through the last three leads, as the stages of TR-BDF2 begin.
double warm_iterations(const Grid& grid, bool is_foreseen) {
  const Transmissibilities matrix = benchmark::problem('c', grid);
  ColumnSolver solver(matrix, settings_of(1e-6), "benchmark");
  solver.set_shift(1 / k_step);
  Field load("load", "1", grid.layout()), u = load, rate = load, right = load, before = load, earlier = load;
  matrix.load(nullptr, load);
  constexpr int k_steps = 24;
  double iterations = 0;
  for (int step = 0; step < k_steps; ++step) {
    solver.apply(u, right);
    solver.rate(load, u, rate);
    combine(solver.ranges(), right, {{1, &right}, {1, &rate}});  // load + shift mass u
    const Term lead = {is_foreseen && step > 1 ? 1.0 : 0.0, &earlier};
    combine(solver.ranges(), earlier, {{1 + 2 * lead.factor, &u}, {-3 * lead.factor, &before}, lead});
    std::swap(u, earlier);
    std::swap(earlier, before);
    iterations += static_cast<double>(solver.solve(right, u).iterations);
  }
  return iterations / k_steps;
}

void time_steps() {
  const Grid grid = grid_of(64);
  print_row("iterations of a warm step to 1e-6, channels, 300 s", warm_iterations(grid, true), "", 4, "target", false);
  print_row("the same from the field before it", warm_iterations(grid, false), "", 4, "target", false);
  const Walk tight = walked(grid, k_step, 1e-6), usual = walked(grid, k_step, 1e-4);
  const Walk reference = walked(grid, k_step / 8, 1e-6);
  const double error = std::abs(tight.uptake / reference.uptake - 1);
  print_row("iterations of a stage to 1e-4 of its change", usual.iterations, "", 4, "target", false);
  print_row("iterations of a stage to 1e-6 of its change", tight.iterations, "", 4, "target", false);
  print_row("uptake error of TR-BDF2 at 300 s after 2 h", 100 * error, "%", 0.015, "target", false);
}

/// Needles' potential where the skin also stores: the capacitive part of the same order.
void time_complex() {
  const Grid grid = grid_of(128);
  const Transmissibilities conducting = benchmark::problem('d', grid), storing = benchmark::problem('d', grid);
  ComplexSolver solver(conducting, storing, settings_of(1e-8), "benchmark");
  ComplexField f{Field("re", "V", grid.layout()), Field("im", "V", grid.layout())}, u = f;
  solver.load(nullptr, f);
  Index iterations = 0;
  const double seconds = benchmark::median_seconds(1, [&] { iterations = solver.solve(f, u).iterations; });
  print_row("complex iterations to 1e-8, needles, 128^2", static_cast<double>(iterations), "", 16, "target", false);
  print_row("complex solve, needles, 128^2", static_cast<double>(grid.layout().cells()) / seconds, "cell/s", 2.5e6,
            "a quarter of the real target", true);
}

/// 64 columns of 20 cells without neighbours, on one core: a step's solve of a map.
void time_columns() {
  constexpr Index n = 64, depth = 20, k_steps = 20000;
  const Grid grid({n, 1, 0}, benchmark::k_side, benchmark::k_side, even_edges(depth, 1e-3));
  Medium medium;
  medium.conductivity = Field("D", "m2/s", grid.layout());
  medium.conductivity_z = Field("D", "m2/s", grid.layout(), 1e-10);
  medium.capacity = Field("K", "1", grid.layout(), 1);
  Transmissibilities matrix(grid, medium);
  matrix.add_top(grid, medium, 1e-6, 1, 1);
  Multigrid multigrid(matrix, 1, best_clone());
  multigrid.set_shift(0.5);
  const ColumnKernels& kernels = column_kernels(best_clone());
  const MatrixSlab slab = multigrid.slab(0, 0);
  const double seconds = benchmark::median_seconds(7, [&] {
    for (Index step = 0; step < k_steps; ++step) {
      kernels.relax_alone(slab, multigrid.right_side(), multigrid.correction());
    }
  });
  print_row("column kernel, 64 x 20 cells, one core", static_cast<double>(n * depth * k_steps) / seconds, "cell-step/s",
            2e9, "target", true);
}

}  // namespace

int main() {
  time_columns();
  time_complex();
  time_steps();
}
