#include "percuta/numerics/operators/advection.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>

#include "numerics/solvers/random_flow.hpp"
#include "numerics/solvers/steady_field.hpp"
#include "percuta/base/error.hpp"
#include "percuta/numerics/fields/combination.hpp"
#include "percuta/numerics/solvers/bicgstab.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

/// An even conductance between cells of size 1.
Transmissibilities even_matrix(const Grid& grid, double conductivity, double capacity = 1) {
  Medium medium;
  medium.conductivity = Field("D", "1", grid.layout(), conductivity);
  medium.capacity = Field("K", "1", grid.layout(), capacity);
  return {grid, medium};
}

/// What changes u, in stored units.
Field rate_of(const Transmissibilities& matrix, const Advection& advection, Field u) {
  FlowSolver solver(matrix, &advection, tests::on_one_thread(1e-12));
  Field f("f", "1", u.layout()), r = f;
  solver.load(nullptr, f);
  solver.rate(f, u, r);
  return r;
}

/// A flow in closed loops: differences of values on edges that are multiples of 1/8, so that nothing is rounded.
FaceFlow whirls(const Layout& layout, tests::Dice& dice) {
  std::vector<double> edge(static_cast<std::size_t>((layout.nx + 1) * layout.ny * (layout.nz + 1)));
  const auto at = [&](Index i, Index j, Index k) -> double& {
    return edge[static_cast<std::size_t>((j * (layout.nz + 1) + k) * (layout.nx + 1) + i)];
  };
  for (Index j = 0; j < layout.ny; ++j) {
    for (Index k = 0; k <= layout.nz; ++k) {
      for (Index i = 0; i <= layout.nx; ++i) {
        at(i, j, k) = i == 0 || i == layout.nx ? 0 : 0.125 * static_cast<double>(dice.whole(-800, 800));
      }
    }
  }
  FaceFlow flow(layout);
  for_each_cell(layout, [&](Index i, Index j, Index k) {
    if (i > 0) flow.set(Axis::x, i, j, k, at(i, j, k + 1) - at(i, j, k));
    flow.set(Axis::z, i, j, k, at(i, j, k) - at(i + 1, j, k));
    if (k + 1 == layout.nz) flow.set(Axis::z, i, j, k + 1, at(i, j, k + 1) - at(i + 1, j, k + 1));
  });
  return flow;
}

}  // namespace

TEST_CASE("[unit] without diffusion a face carries what comes from upstream, by either scheme") {
  const Grid grid({1, 1, 4}, 1, 1, even_edges(4, 4));
  const Transmissibilities matrix = even_matrix(grid, 0);
  for (const FluxScheme scheme : {FluxScheme::upwind, FluxScheme::exponential}) {
    for (const double speed : {2.0, -2.0}) {
      const Advection advection(matrix, even_flow(grid, {0, 0, speed}), {scheme, {5, 1}, {7, 2}});
      Field u("u", "1", grid.layout());
      for (Index k = 0; k < 4; ++k) u(0, 0, k) = static_cast<double>(k * k) + 1;
      const Field r = rate_of(matrix, advection, u);
      const double in = speed > 0 ? u(0, 0, 1) : u(0, 0, 3);
      CHECK(r(0, 0, 2) * matrix.scale() == doctest::Approx(2 * (in - u(0, 0, 2))));
      CHECK(advection.outflow(1, u) == doctest::Approx(speed > 0 ? -10 : 2));
      CHECK(advection.outflow(2, u) == doctest::Approx(speed > 0 ? 2 * 10 : -14));
    }
  }
}

TEST_CASE("[unit] the exponential flux is diffusion where the flow is slow and upwind where it is fast") {
  const Grid grid({1, 1, 2}, 1, 1, even_edges(2, 2));
  const Transmissibilities matrix = even_matrix(grid, 1);
  const auto fitted = [&](double speed, FluxScheme scheme) {
    const Advection advection(matrix, even_flow(grid, {0, 0, speed}), {scheme, {}, {}});
    return advection.fitted().conductance(Axis::z, 0, 0, 1);
  };
  CHECK(fitted(1e-6, FluxScheme::exponential) == 1);
  CHECK(fitted(0.2, FluxScheme::exponential) == doctest::Approx(0.1 / std::tanh(0.1)));
  CHECK(fitted(1e3, FluxScheme::exponential) == 500);
  CHECK(fitted(1e3, FluxScheme::upwind) == 501);
  CHECK(fitted(-1e3, FluxScheme::upwind) == 501);
}

TEST_CASE("[law] a flow that creates nothing leaves an even field as it is, to the last bit") {
  for (unsigned seed = 0; seed < 20; ++seed) {
    CAPTURE(seed);
    tests::Dice dice(seed);
    const Grid grid({dice.whole(2, 20), dice.whole(1, 5), 0, false, dice.coin()}, 1, 1,
                    even_edges(dice.whole(2, 9), 1));
    const Transmissibilities matrix = even_matrix(grid, dice.uniform(0, 10), 3);
    const FluxScheme scheme = dice.coin() ? FluxScheme::upwind : FluxScheme::exponential;
    const double value = 0.375;
    const Advection advection(matrix, whirls(grid.layout(), dice), {scheme, {value, 1}, {value, 2}});
    const Field r = rate_of(matrix, advection, Field("u", "1", grid.layout(), value));
    CHECK(std::max(r.greatest(), -r.least()) * matrix.scale() <= 1e-13 * 100);
    for_each_cell(grid.layout(), [&](Index i, Index j, Index k) {
      if (k > 0 && k + 1 < grid.layout().nz) CHECK(r(i, j, k) == 0);
    });
  }
}

TEST_CASE("[law] in a closed box all that leaves a cell enters the next") {
  for (unsigned seed = 0; seed < 30; ++seed) {
    CAPTURE(seed);
    tests::RandomFlow made = tests::random_flow(seed, 2, 9, 10);
    const Layout& layout = made.problem.grid.layout();
    Medium medium = made.problem.medium;
    medium.sink.reset();
    const Transmissibilities matrix(made.problem.grid, medium);
    for (Index j = 0; j < layout.ny; ++j) {
      for (Index i = 0; i < layout.nx; ++i) {
        made.flow.set(Axis::z, i, j, 0, 0);
        made.flow.set(Axis::z, i, j, layout.nz, 0);
      }
    }
    const Advection advection(matrix, made.flow);
    tests::Dice dice(seed);
    Field u("u", "1", layout);
    u.fill(made.problem.grid, [&](double, double, double) { return dice.uniform(-1, 1); });
    const Field r = rate_of(matrix, advection, u);
    double turnover = 0;
    for_each_cell(layout, [&](Index i, Index j, Index k) { turnover += std::abs(r(i, j, k)); });
    CHECK(std::abs(total(slab_ranges(layout, 1), r)) <= 1e-15 * turnover);
  }
}

TEST_CASE("[law] what drifts in a potential comes to rest in Boltzmann's distribution, exactly") {
  for (unsigned seed = 0; seed < 20; ++seed) {
    CAPTURE(seed);
    tests::Dice dice(seed);
    const Grid grid = tests::random_grid(dice, 2, 9);
    Medium medium = tests::random_medium(dice, grid);
    medium.sink.reset();
    medium.resistances.clear();
    const Transmissibilities matrix(grid, medium);
    Field potential("z F phi / (R T)", "1", grid.layout()), u("u", "1", grid.layout());
    potential.fill(grid, [&](double, double, double) { return dice.uniform(-3, 3); });
    for_each_cell(grid.layout(), [&](Index i, Index j, Index k) { u(i, j, k) = std::exp(-potential(i, j, k)); });
    const Advection advection(matrix, flow_down(matrix, potential, 1, 2));
    const Field r = rate_of(matrix, advection, u);
    CHECK(std::max(r.greatest(), -r.least()) < 1e-5);  // float32 of exchanges that are near 1 in stored units, times u
  }
}

TEST_CASE("[law] no cell draws on a neighbour: every coefficient of another cell is positive") {
  for (unsigned seed = 0; seed < 30; ++seed) {
    CAPTURE(seed);
    const tests::RandomFlow made = tests::random_flow(seed, 2, 6, seed % 2 == 0 ? 1 : 1e3);
    const FluxScheme scheme = seed % 3 == 0 ? FluxScheme::upwind : FluxScheme::exponential;
    const Advection advection(made.problem.matrix, made.flow, {scheme, {1, 1}, {1, 2}});
    const Layout& layout = made.problem.grid.layout();
    FlowSolver solver(made.problem.matrix, &advection, tests::on_one_thread(1e-12));
    Field u("u", "1", layout), q = u;
    for_each_cell(layout, [&](Index i, Index j, Index k) {
      u(i, j, k) = 1;
      solver.apply(u, q);
      u(i, j, k) = 0;
      CHECK(q(i, j, k) >= 0);
      q(i, j, k) = 0;
      CHECK(q.greatest() <= 0);
    });
  }
}

TEST_CASE("[unit] what lies beyond follows the exchange that shares its label and face") {
  const Grid grid({1, 1, 3}, 1, 1, even_edges(3, 3));
  Medium medium;
  medium.conductivity = Field("D", "1", grid.layout(), 1);
  Transmissibilities matrix(grid, medium);
  matrix.add_top(grid, medium, INFINITY, 4, 1);
  Advection advection(matrix, even_flow(grid, {0, 0, 0.5}), {FluxScheme::exponential, {9, 1}, {0, 2}});
  const Field none("u", "1", grid.layout());
  const double in = 0.25 / std::tanh(0.25 / 2) + 0.25;  // half a cell: conductance 2
  CHECK(advection.outflow(1, none) == doctest::Approx(-4 * in));
  matrix.set_outside(1, 6);
  advection.follow(matrix);
  CHECK(advection.outflow(1, none) == doctest::Approx(-6 * in));
  Field f("f", "1", grid.layout());
  advection.load(nullptr, f);
  CHECK(f(0, 0, 0) * matrix.scale() == doctest::Approx(6 * in));
}

TEST_CASE("[unit] a flow on another grid is refused") {
  const Grid grid({1, 1, 3}, 1, 1, even_edges(3, 3));
  CHECK_THROWS_AS(Advection(even_matrix(grid, 1), FaceFlow(Layout{1, 1, 4})), InputError);
}

TEST_CASE("[unit] a flow into a bath may be as slow as it likes") {
  tests::Dice dice(1);
  const Grid grid({1, 1, 2}, 1, 1, even_edges(2, 1));
  Medium medium;
  for (const double speed : {1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-12}) {
    CAPTURE(speed);
    for (int n = 0; n < 200; ++n) {
      medium.conductivity = Field("D", "1", grid.layout(), dice.uniform(0.1, 1.1));
      Transmissibilities matrix(grid, medium);
      matrix.add_top(grid, medium, dice.uniform(1, 2), 1, 1);
      CHECK_NOTHROW(Advection(matrix, even_flow(grid, {0, 0, speed * dice.uniform(0.5, 1.5)}),
                              {FluxScheme::exponential, {1, 1}, {0, 2}}));
    }
  }
}

TEST_CASE("[law] a problem over two periods is that over one twice, also where one of its two columns is held") {
  const auto uptake = [](Index periods, FluxScheme scheme) {
    const Grid grid({2 * periods, 1, 0, true, false}, 1, 1, even_edges(3, 3));
    Medium medium;
    medium.conductivity = Field("D", "1", grid.layout(), 1);
    Transmissibilities matrix(grid, medium);
    matrix.add_bottom(grid, medium, INFINITY, 0, 2);
    for (Index c = 0; c < periods; ++c) {
      for (Index k = 0; k < 3; ++k) matrix.set_conductance(Axis::x, 2 * c, 0, k, 0.25);
      matrix.hold({{grid.layout().at(2 * c, 0, 0), 1, 3}, {grid.layout().at(2 * c, 0, 1), 1, 3}});
    }
    const Advection advection(matrix, even_flow(grid, {0.5, 0, 0.25}), {scheme, {0, 1}, {0, 2}});
    FlowSolver solver(matrix, &advection, tests::on_one_thread(1e-12));
    Field f("f", "1", grid.layout()), u = f;
    solver.load(nullptr, f);
    solver.solve(f, u);
    CHECK(advection.outflow(1, u) + advection.outflow(2, u) + advection.outflow(3, u) ==
          doctest::Approx(0).scale(1e-3));
    return std::array{advection.outflow(2, u) / static_cast<double>(periods), u(1, 0, 0), u(1, 0, 1), u(1, 0, 2)};
  };
  for (const FluxScheme scheme : {FluxScheme::upwind, FluxScheme::exponential}) {
    const auto one = uptake(1, scheme), two = uptake(2, scheme);
    for (std::size_t n = 0; n < one.size(); ++n) CHECK(one.at(n) == doctest::Approx(two.at(n)).epsilon(1e-6));
  }
}

TEST_CASE("[unit] top and bottom of a single layer stay two faces where they share a label") {
  const Grid grid({1, 1, 1}, 1, 1, even_edges(1, 1));
  Medium medium;
  medium.conductivity = Field("D", "1", grid.layout(), 1);
  const auto leaving = [&](int top, int bottom) {
    Transmissibilities matrix(grid, medium);
    matrix.add_top(grid, medium, INFINITY, 3, top);
    matrix.add_bottom(grid, medium, INFINITY, 1, bottom);
    const Advection advection(matrix, even_flow(grid, {0, 0, 0.5}), {FluxScheme::exponential, {3, top}, {1, bottom}});
    FlowSolver solver(matrix, &advection, tests::on_one_thread(1e-12));
    Field f("f", "1", grid.layout()), u = f;
    solver.load(nullptr, f);
    solver.solve(f, u);
    return u(0, 0, 0);
  };
  CHECK(leaving(1, 1) == doctest::Approx(leaving(1, 2)).epsilon(1e-9));
}
