#include <doctest/doctest.h>
#include <malloc.h>

#include <cmath>
#include <numbers>

#include "percuta/numerics/time/ros2.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

Reaction nothing() {
  return {[](const CellRun&, double* const*) {}, [](const CellRun&, double* const*) {}};
}

/// What a step of ROS2 makes of u' = rate u.
double stepped(double rate_dt) {
  const double gamma = 1 - std::numbers::sqrt2 / 2;
  const double first = rate_dt / (1 - gamma * rate_dt);
  const double second = (rate_dt * (1 + first) - 2 * first) / (1 - gamma * rate_dt);
  return 1 + 1.5 * first + 0.5 * second;
}

/// Ten fields that each fade into the next; four move, each on a matrix of its own.
struct TenFields {
  Grid grid;
  std::vector<Transmissibilities> matrices;

  explicit TenFields(const Layout& layout)
      : grid(layout, 20e-6, 20e-6, even_edges(layout.nz, 20e-6 * static_cast<double>(layout.nz))) {
    for (const double D : {1e-11, 1e-12, 1e-14, 1e-13}) {
      Medium medium;
      medium.conductivity = Field("D", "m2/s", grid.layout(), D);
      medium.capacity = Field("K", "1", grid.layout(), 1);
      matrices.emplace_back(grid, medium);
    }
  }
  Ros2 walk(bool is_quasi_steady = false) {
    std::vector<ReactingField> fields;
    for (std::size_t f = 0; f < 10; ++f) {
      fields.push_back(
          {Field("field " + std::to_string(f), "1", grid.layout(), 1), f < 4 ? &matrices[f] : nullptr, f == 0, {}});
    }
    fields[0].is_quasi_steady = is_quasi_steady;
    fields[0].start.fill(grid, [](double x, double, double) { return x < 200e-6 ? 1.0 : 0.0; });
    Reaction fade;
    fade.rate = [](const CellRun& cells, double* const* rate) {
      for (int f = 0; f < 10; ++f) {
        for (Index i = 0; i < cells.n; ++i)
          rate[f][i] = 1e-4 * ((f > 0 ? cells.value[f - 1][i] : 0) - cells.value[f][i]);
      }
    };
    fade.jacobian = [](const CellRun& cells, double* const* j) {
      for (int f = 0; f < 10; ++f) {
        for (Index i = 0; i < cells.n; ++i) j[11 * f][i] = -1e-4;
        for (Index i = 0; i < cells.n && f > 0; ++i) j[11 * f - 1][i] = 1e-4;
      }
    };
    StepSettings step;
    step.first = 600;
    SolveSettings solve;
    solve.tolerance = 1e-4;
    solve.threads = 1;
    return Ros2(std::move(fields), fade, 0, step, solve);
  }
};

}  // namespace

TEST_CASE("[law] a wave fades by the factor of the method: columns alone, swept in two colours, and with multigrid") {
  const double dt = 100, h = 20e-6;
  for (const double reach : {0.02, 2.0, 200.0}) {  // D dt / h2
    for (const bool is_along_z : {false, true}) {
      for (const Index n : {Index{16}, Index{15}}) {  // odd numbers: equal colours meet across the side
        const Grid grid(is_along_z ? Layout{3, 2, 16} : Layout{n, n, 4, true, true}, h, h,
                        even_edges(is_along_z ? 16 : 4, h * (is_along_z ? 16 : 4)));
        Medium medium;
        medium.conductivity = Field("D", "m2/s", grid.layout(), is_along_z ? 0 : reach * h * h / dt);
        medium.conductivity_z = Field("D", "m2/s", grid.layout(), reach * h * h / dt);
        medium.capacity = Field("K", "1", grid.layout(), 1);
        Transmissibilities matrix(grid, medium);
        const double turn = is_along_z ? std::numbers::pi / 16 : 2 * std::numbers::pi / static_cast<double>(n);
        Field start("c", "1", grid.layout());
        start.fill(grid, [&](double x, double y, double z) {
          return is_along_z ? 2 + std::cos(turn * z / h) : 2 + std::cos(turn * x / h) * std::cos(turn * y / h);
        });
        StepSettings step;
        step.first = dt;
        step.is_fixed = true;
        step.must_stay_positive = false;
        SolveSettings solve;
        solve.tolerance = 1e-9;
        solve.threads = 1;
        Ros2 walk({{start, &matrix, false, {}}}, nothing(), 0, step, solve);
        walk.advance(dt);
        const double rate = -(is_along_z ? 1 : 2) * reach * (2 - 2 * std::cos(turn));
        double worst = 0;
        for_each_cell(grid.layout(), [&](Index i, Index j, Index k) {
          const double expected = 2 + (start(i, j, k) - 2) * stepped(rate);
          worst = std::max(worst, std::abs(walk.value(0)(i, j, k) - expected));
        });
        CAPTURE(reach);
        CAPTURE(is_along_z);
        CHECK(worst < 3e-7);  // D is rounded to float32
        CHECK(std::abs(walk.ledger(0).mismatch()) < 1e-13 * walk.ledger(0).start);
        CHECK(std::abs(walk.ledger(0).now - walk.ledger(0).start) < 1e-13 * walk.ledger(0).start);
      }
    }
  }
}

TEST_CASE("[law] ten fields, four of them moving, hold at most 450 bytes a cell with their matrices") {
  TenFields ten({240, 28, 8});  // padded by as much as 128 x 128 columns of 64
  const auto cells = static_cast<double>(ten.grid.layout().cells());
  std::size_t matrices = 0;
  for (const Transmissibilities& matrix : ten.matrices) matrices += matrix.bytes();
  const auto held = [] {
    const struct mallinfo2 now = mallinfo2();
    return static_cast<double>(now.uordblks + now.hblkhd);
  };
  Ros2 with_balance = ten.walk(true);
  with_balance.advance(7200);
  CHECK(static_cast<double>(with_balance.bytes()) / cells <= 450);
  const double before = held();
  Ros2 walk = ten.walk();
  walk.advance(7200);  // by now the multigrid hierarchy is there
  const double taken = held() - before;
  const auto told = static_cast<double>(walk.bytes() - matrices);
  CHECK(static_cast<double>(walk.bytes()) / cells <= 450);
  CHECK(walk.bytes() / static_cast<std::size_t>(cells) > 300);
  if (taken == 0) return;      // an allocator that does not count, as sanitizers have
  CHECK(taken < 1.15 * told);  // large pages are whole
  CHECK(taken > 0.99 * told);
}
