// The skin solver beside the memory's speed and its targets: four problems on hx = hy = 20 um and 64 graded layers,
// 128 x 128 to 512 x 512 columns. Arguments: columns per side (128 256 512 when left out), then threads.
#include <cmath>
#include <cstdlib>
#include <string_view>

#include "measure.hpp"
#include "percuta/numerics/conjugate_gradients.hpp"

namespace {

using namespace percuta;
using namespace percuta::numerics;
using benchmark::median_seconds;
using benchmark::print_row;

constexpr int k_repeats = 7;
constexpr double k_side = 20e-6;
constexpr double k_residual_bytes = 44;        // three doubles and five floats a cell
constexpr double k_channels_per_area = 100e4;  // 100 per cm2

struct Channel {
  double x, y, radius, depth;
};

std::vector<double> skin_edges() {
  return graded_axis({{15e-6, 2.5e-6, 2.5e-6}, {85e-6, 3e-6, 8e-6}, {1170e-6, 9e-6, 73e-6}}).edges;
}

/// Conical channels, the same for the same grid.
std::vector<Channel> channels(double width) {
  std::vector<Channel> all(static_cast<std::size_t>(std::lround(k_channels_per_area * width * width)));
  std::uint32_t state = 12345;
  const auto next = [&] {
    state = state * 1664525U + 1013904223U;
    return static_cast<double>(state >> 8) / 16777216.0;
  };
  for (Channel& channel : all)
    channel = {next() * width, next() * width, 30e-6 + 40e-6 * next(), 0.5e-3 + 0.45e-3 * next()};
  return all;
}

void open_channels(const Grid& grid, Field& conductivity) {
  const Layout& layout = grid.layout();
  for (const Channel& channel : channels(grid.dx() * static_cast<double>(layout.nx))) {
    const auto middle_i = static_cast<Index>(channel.x / k_side), middle_j = static_cast<Index>(channel.y / k_side);
    for (Index j = middle_j - 4; j <= middle_j + 4; ++j) {
      for (Index i = middle_i - 4; i <= middle_i + 4; ++i) {
        if (i < 0 || j < 0 || i >= layout.nx || j >= layout.ny) continue;
        const double away = std::hypot(grid.x(i) - channel.x, grid.y(j) - channel.y);
        for (Index k = 0; k < layout.nz && grid.z(k) < channel.depth; ++k) {
          if (away < channel.radius * (1 - grid.z(k) / channel.depth)) conductivity(i, j, k) = 1e-9;
        }
      }
    }
  }
}

/// Insulated shafts with bare tips at +-30 V, a needle a millimetre.
void place_needles(const Grid& grid, Transmissibilities& matrix) {
  std::vector<Held> tips;
  std::vector<Index> shafts;
  for_each_cell(grid.layout(), [&](Index i, Index j, Index k) {
    const double x = std::fmod(grid.x(i), 1e-3) - 0.5e-3, y = std::fmod(grid.y(j), 1e-3) - 0.5e-3, z = grid.z(k);
    if (std::hypot(x, y) > 100e-6 || z > 0.9e-3) return;
    const int sign = (static_cast<int>(grid.x(i) / 1e-3) + static_cast<int>(grid.y(j) / 1e-3)) % 2;
    const Index cell = grid.layout().at(i, j, k);
    if (z > 0.6e-3) {
      tips.push_back({cell, sign == 0 ? 30.0 : -30.0, sign});
    } else {
      shafts.push_back(cell);
    }
  });
  matrix.hold(tips);
  matrix.cut(shafts);
}

Transmissibilities problem(char which, const Grid& grid) {
  Medium medium;
  medium.conductivity = Field("D", "m2/s", grid.layout(), 1e-10);
  if (which == 'b' || which == 'c') {
    medium.conductivity.fill(grid, [](double, double, double z) {
      return z < 15e-6 ? 1e-14 : z < 100e-6 ? 1e-10 : 2e-10;
    });
  }
  if (which == 'c') open_channels(grid, medium.conductivity);
  if (which == 'd') {
    medium.conductivity.fill(grid, [](double, double, double z) { return z < 15e-6 ? 1e-3 : z < 100e-6 ? 0.1 : 0.25; });
  }
  medium.capacity = Field("K", "1", grid.layout(), 1);
  Transmissibilities matrix(grid, medium);
  if (which == 'd') {
    place_needles(grid, matrix);
  } else {
    matrix.add_top(grid, medium, 1e-6, 1, 1);
    matrix.add_bottom(grid, medium, 1e-6, 0, 2);
  }
  return matrix;
}

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
  Transmissibilities matrix = problem(which, grid);
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
  const std::vector<double> edges = skin_edges();
  for (const Index side : {128, 256, 512}) {
    if (count > 1 && std::string_view(words[1]) != std::to_string(side)) continue;
    const Grid grid({side, side, 0, true, true}, k_side, k_side, edges);
    for (const char which : {'a', 'b', 'c', 'd'}) time_solve(which, grid, threads);
  }
}
