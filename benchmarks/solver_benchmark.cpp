// The skin solver beside the memory's speed and its targets: four problems on hx = hy = 20 um and 64 graded layers,
// 128 x 128 to 512 x 512 columns. Arguments: columns per side (128 256 512 when left out), then threads.
#include <cstdlib>
#include <string_view>

#include "measure.hpp"
#include "percuta/numerics/conjugate_gradients.hpp"
#include "solver_problems.hpp"

namespace {

using namespace percuta;
using namespace percuta::numerics;
using benchmark::median_seconds;
using benchmark::print_row;

constexpr int k_repeats = 7;
constexpr double k_residual_bytes = 44;  // three doubles and five floats a cell

/// Bytes a second of a = b + s c over three arrays of n, 24 bytes a value.
double triad_rate(Index n, int threads) {
  const Layout layout{n / 64, 8, 8};
  PaddedArray<double> a(layout), b(layout), c(layout);
  const Index ny = layout.ny, slab = layout.slab();
  const double seconds = median_seconds(k_repeats, [&] {
    for_cells(slab_ranges(layout, threads), [&](Index j) {
      double* __restrict to = a.cells() + j * slab;
      const double* __restrict x = b.cells() + j * slab, * __restrict y = c.cells() + j * slab;
      for (Index i = 0; i < slab; ++i) to[i] = x[i] + 3.0 * y[i];
    });
  });
  return 24.0 * static_cast<double>(slab * ny) / seconds;
}

void time_kernels(const std::string& size, ColumnSolver& solver, Field& f, Field& u, int threads) {
  const auto cells = static_cast<double>(f.layout().cells());
  Field r("r", "1", f.layout());
  const double residual = median_seconds(k_repeats, [&] { solver.residual(f, u, r); });
  const double cycle = median_seconds(k_repeats, [&] { solver.multigrid().cycle(); });
  const double triad = triad_rate(f.layout().cells(), threads);
  print_row("residual against STREAM " + size, k_residual_bytes * cells / residual, "B/s", triad,
            "STREAM triad of arrays as large", true);
  print_row("one V(1,1) cycle " + size, cycle / residual, "WU", 3.3, "target", false);
}

void time_solve(char which, const Grid& grid, int threads) {
  Transmissibilities matrix = benchmark::problem(which, grid);
  SolveSettings settings;
  settings.threads = threads;
  settings.clone = best_clone();
  ColumnSolver solver(matrix, settings, "benchmark");
  Field f("f", "1", grid.layout()), u("u", "1", grid.layout()), r("r", "1", grid.layout());
  matrix.load(nullptr, f);
  const auto cells = static_cast<double>(grid.layout().cells());
  Index iterations = 0;
  const double seconds = median_seconds(cells > 1e7 ? 1 : 3, [&] {
    u.fill(0);
    iterations = solver.solve(f, u).iterations;
  });
  const double unit = median_seconds(k_repeats, [&] { solver.residual(f, u, r); });
  const std::string name = std::string(1, which) + " " + std::to_string(grid.layout().nx) + "^2";
  print_row("iterations to 1e-8, problem " + name, static_cast<double>(iterations), "", 16, "target", false);
  print_row("work units, problem " + name, seconds / unit, "WU", 100, "target", false);
  print_row("solve, problem " + name, cells / seconds, "cell/s", 10e6, "target", true);
  if (which != 'c') return;
  const double bytes = static_cast<double>(matrix.bytes() + solver.bytes() + f.bytes() + u.bytes());
  print_row("memory of a solve, " + name, bytes / cells, "B/cell", 110, "target", false);
  time_kernels(name, solver, f, u, threads);
}

}  // namespace

int main(int count, char** words) {
  const int threads = count > 2 ? std::atoi(words[2]) : 0;
  const std::vector<double> edges = benchmark::skin_edges();
  for (const Index side : {128, 256, 512}) {
    if (count > 1 && std::string_view(words[1]) != std::to_string(side)) continue;
    const Grid grid({side, side, 0, true, true}, benchmark::k_side, benchmark::k_side, edges);
    for (const char which : {'a', 'b', 'c', 'd'}) time_solve(which, grid, threads);
  }
}
