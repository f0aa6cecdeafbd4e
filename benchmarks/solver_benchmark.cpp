// The linear solver beside the memory's speed and its targets: four problems on hx = hy = 20 um and 64 graded layers.
// Arguments: columns per side, any of 128, 256 and 512 (1M, 4M and 16M cells, 3 GB); all when left out.
#include <algorithm>
#include <cstdlib>

#include "measure.hpp"
#include "percuta/numerics/solvers/conjugate_gradients.hpp"
#include "solver_problems.hpp"

namespace {

using namespace percuta;
using namespace percuta::numerics;
using benchmark::print_row;
using benchmark::Timed;

constexpr double k_cells_timed = 1.5e8;  // in all rounds of a kernel: noise comes in bursts
constexpr int k_fewest_rounds = 9;
constexpr double k_wanted_of_stream = 0.85;
constexpr Index k_triad_bytes = 24;     // three doubles a value
constexpr Index k_residual_bytes = 44;  // three doubles and five floats a cell
constexpr double k_sweep_bytes = 28;    // tx, ty, tz, pivot, f once; u read and written

SolveSettings settings_of(int threads) {
  SolveSettings settings;
  settings.threads = threads;
  settings.clone = best_clone();
  return settings;
}

/// STREAM's a = b + 3 c over as many bytes as a residual touches: what fits a cache for one then does for the other.
/// Allocated, first touched and shared out as the solver's fields are.
class Triad {
 public:
  Triad(const Layout& layout, int threads)
      : layout_(scaled(layout)), ranges_(slab_ranges(layout_, threads)), a_(layout_), b_(layout_), c_(layout_) {}
  void operator()() {
    const Index slab = layout_.slab();
    for_cells(ranges_, [&](Index j) {
      double* __restrict to = a_.cells() + j * slab;
      const double* __restrict x = b_.cells() + j * slab, * __restrict y = c_.cells() + j * slab;
      for (Index i = 0; i < slab; ++i) to[i] = x[i] + 3.0 * y[i];
    });
  }

 private:
  static Layout scaled(Layout layout) {
    layout.ny = layout.ny * k_residual_bytes / k_triad_bytes;
    return layout;
  }
  Layout layout_;
  std::vector<SlabRange> ranges_;
  PaddedArray<double> a_, b_, c_;
};

int rounds_of(double cells) {
  return std::max(k_fewest_rounds, static_cast<int>(k_cells_timed / cells));
}

/// A problem with its solver and fields.
struct Case {
  Transmissibilities matrix;
  ColumnSolver solver;
  Field f, u, r;
  Case(char which, const Grid& grid, int threads)
      : matrix(benchmark::problem(which, grid)),
        solver(matrix, settings_of(threads), "benchmark"),
        f("f", "1", grid.layout()),
        u(f),
        r(f) {
    matrix.load(nullptr, f);
  }
  double cells() const { return static_cast<double>(f.layout().cells()); }
  Index solve() {
    u.fill(0);
    return solver.solve(f, u).iterations;
  }
};

void time_kernels(const std::string& size, Case& c) {
  Triad triad(c.f.layout(), 0);
  Multigrid& multigrid = c.solver.multigrid();
  const Timed timed = benchmark::timed_in_turn(
      rounds_of(c.cells()),
      {[&] { triad(); }, [&] { c.solver.residual(c.f, c.u, c.r); }, [&] { multigrid.cycle(); },
       [&] { multigrid.smooth(0, Multigrid::Order::backward); }, [&] { multigrid.set_shift(0); }});
  const double cells = c.cells(), moved = static_cast<double>(k_residual_bytes) * cells;
  const double stream = moved / timed.median_of(0), sweep = cells / timed.median_of(3);
  print_row("residual against STREAM, " + size, stream / timed.ratio(1, 0), "B/s", stream,
            "STREAM triad of as many bytes, in turn", true, k_wanted_of_stream);
  if (c.cells() > 1e7) print_row("fused column sweep, " + size, sweep, "cell/s", 1.1e9, "target", true);
  print_row("fused column sweep against STREAM, " + size, sweep * k_sweep_bytes, "B/s", stream,
            "STREAM triad of as many bytes, in turn", true);
  print_row("one V(1,1) cycle, " + size, timed.ratio(2, 1), "WU", 3.3, "target", false);
  print_row("pivots of a new step, " + size, timed.ratio(4, 1), "WU", 2, "two residuals", false);
}

void time_solve(char which, Case& c, const std::string& size) {
  Index iterations = 0;
  const Timed timed = benchmark::timed_in_turn(
      c.cells() > 1e7 ? 3 : 9, {[&] { iterations = c.solve(); }, [&] { c.solver.residual(c.f, c.u, c.r); }});
  const std::string name = std::string("problem ") + which + ", " + size;
  print_row("iterations to 1e-8, " + name, static_cast<double>(iterations), "", 16, "target", false);
  print_row("work units, " + name, timed.ratio(0, 1), "WU", 100, "target", false);
  print_row("solve, " + name, c.cells() / timed.median_of(0), "cell/s", 10e6, "the least of a trial on another machine",
            true);
  const double bytes = static_cast<double>(c.matrix.bytes() + c.solver.bytes() + c.f.bytes() + c.u.bytes());
  if (which == 'c') print_row("memory of a solve, " + size, bytes / c.cells(), "B/cell", 110, "target", false);
}

/// One thread over two, where the machine has two; what the memory itself gains from the second stands beside.
void time_threads(const Grid& grid, const std::string& size, double target) {
  Case one('c', grid, 1), two('c', grid, 2);
  Triad triad_one(one.f.layout(), 1), triad_two(one.f.layout(), 2);
  const auto residual = [](Case& c) { return [&c] { c.solver.residual(c.f, c.u, c.r); }; };
  const auto cycle = [](Case& c) { return [&c] { c.solver.multigrid().cycle(); }; };
  const auto solve = [](Case& c) { return [&c] { c.solve(); }; };
  const Timed kernels = benchmark::timed_in_turn(
      rounds_of(one.cells()),
      {residual(one), residual(two), cycle(one), cycle(two), [&] { triad_one(); }, [&] { triad_two(); }});
  const Timed solves = benchmark::timed_in_turn(one.cells() > 1e7 ? 3 : 9, {solve(one), solve(two)});
  print_row("STREAM triad, 2 threads over 1, " + size, kernels.ratio(4, 5), "x", 2, "two cores", true);
  print_row("residual, 2 threads over 1, " + size, kernels.ratio(0, 1), "x", target, "target", true);
  print_row("V(1,1) cycle, 2 threads over 1, " + size, kernels.ratio(2, 3), "x", target, "target", true);
  print_row("solve, 2 threads over 1, " + size, solves.ratio(0, 1), "x", target, "target", true);
}

}  // namespace

int main(int count, char** words) {
  std::vector<Index> sides = {128, 256, 512};
  if (count > 1) sides.clear();
  std::transform(words + 1, words + count, std::back_inserter(sides), [](const char* word) { return std::atol(word); });
  for (const Index side : sides) {
    const Grid grid({side, side, 0, true, true}, benchmark::k_side, benchmark::k_side, benchmark::skin_edges());
    const std::string size = std::to_string(side) + "^2";
    for (const char which : {'a', 'b', 'c', 'd'}) {
      Case c(which, grid, 0);
      time_solve(which, c, size);
      if (which == 'c') time_kernels(size, c);
    }
    if (side == 128) time_threads(grid, size, 1.9);
    if (side == 512) time_threads(grid, size, 1.5);
  }
}
