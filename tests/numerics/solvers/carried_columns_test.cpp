#include "percuta/numerics/solvers/carried_columns.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "numerics/solvers/random_flow.hpp"
#include "percuta/numerics/solvers/bicgstab.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

/// A lone column under a bath, with a flow of 1000 times the greatest conductance through a random medium.
struct LoneColumn {
  tests::Dice dice;
  Grid grid;
  Medium medium;
  Transmissibilities matrix;
  explicit LoneColumn(unsigned seed) : dice(seed), grid(Layout{1, 1, 30}, 20e-6, 20e-6, even_edges(30, 1e-3)) {
    medium = tests::random_medium(dice, grid);
    matrix = Transmissibilities(grid, medium);
    matrix.add_top(grid, medium, 1e-6, 1, 1);
  }
};

}  // namespace

TEST_CASE("[law] a lone column with a flow along it is solved exactly, however fast the flow") {
  for (unsigned seed = 0; seed < 20; ++seed) {
    CAPTURE(seed);
    LoneColumn made(seed);
    const Layout& layout = made.grid.layout();
    FaceFlow flow(layout);
    const double through = std::pow(10, made.dice.uniform(-3, 3)) * made.matrix.scale();
    for (Index k = 0; k <= layout.nz; ++k) flow.set(Axis::z, 0, 0, k, through);
    const Advection advection(made.matrix, flow, {FluxScheme::exponential, {1, 1}, {0, 2}});
    SolveSettings settings;
    settings.threads = 1;
    FlowSolver solver(made.matrix, &advection, settings);
    solver.set_shift(1e-3);
    CarriedColumns columns(layout);
    columns.set(solver.ranges(), advection.fitted(), advection, 1e-3);
    Field f("f", "1", layout), q = f;
    f.fill(made.grid, [&](double, double, double) { return made.dice.uniform(-1, 1); });
    Field u = f;
    columns.solve(solver.ranges(), u);
    solver.apply(u, q);
    for (Index k = 0; k < layout.nz; ++k) CHECK(q(0, 0, k) == doctest::Approx(f(0, 0, k)).epsilon(1e-6));
    u.fill(0);
    CHECK(solver.solve(f, u).iterations <= 2);
  }
}

TEST_CASE("[law] where all columns are alike the lift leaves nothing, however fast the flow") {
  for (const double speed : {1e-8, 1e-6, 1e-4}) {
    CAPTURE(speed);
    const Grid grid({16, 12, 32, true, false}, 20e-6, 20e-6, even_edges(32, 1e-3));
    Medium medium;
    medium.conductivity = Field("D", "m2/s", grid.layout());
    medium.conductivity.fill(grid, [](double, double, double z) { return z < 100e-6 ? 1e-13 : 1e-10; });
    Transmissibilities matrix(grid, medium);
    matrix.add_top(grid, medium, INFINITY, 1, 1);
    matrix.add_bottom(grid, medium, INFINITY, 0, 2);
    const Advection advection(matrix, even_flow(grid, {0, 0, speed}), {FluxScheme::exponential, {1, 1}, {0, 2}});
    SolveSettings settings;
    settings.threads = 1;
    FlowSolver solver(matrix, &advection, settings);
    CarriedColumns columns(grid.layout());
    columns.set(solver.ranges(), advection.fitted(), advection, 0);
    Field f("f", "1", grid.layout()), u = f, r = f;
    solver.load(nullptr, f);
    columns.lift(solver.ranges(), f, u);
    CHECK(solver.residual(f, u, r) <= 1e-9 * solver.norm(f));
    u.fill(0);
    CHECK(solver.solve(f, u).iterations <= 2);
    u.fill(0);
    f(7, 5, 10) += solver.norm(f);  // and where one cell differs
    CHECK(solver.solve(f, u).iterations <= 40);
  }
}

TEST_CASE("[law] a lift leaves held cells as they are") {
  tests::RandomFlow made = tests::random_flow(3, 6, 9, 10);
  const Layout& layout = made.problem.grid.layout();
  Transmissibilities matrix(made.problem.grid, made.problem.medium);
  matrix.add_top(made.problem.grid, made.problem.medium, 1e-6, 1, 1);
  const Index cell = layout.at(2, 2, 3);
  matrix.hold({{cell, 4, 3}});
  const Advection advection(matrix, made.flow, {FluxScheme::exponential, {1, 1}, {0, 2}});
  CarriedColumns columns(layout);
  const auto ranges = slab_ranges(layout, 1);
  columns.set(ranges, advection.fitted(), advection, 0.1);
  Field u("u", "1", layout);
  columns.lift(ranges, Field("f", "1", layout, 1), u);
  CHECK(u.cells()[cell] == 0);
  CHECK(u(1, 1, 3) != 0);
}
