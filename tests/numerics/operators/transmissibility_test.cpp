#include "percuta/numerics/operators/transmissibility.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>

#include "numerics/solvers/random_problem.hpp"
#include "numerics/solvers/steady_field.hpp"
#include "percuta/base/error.hpp"
#include "percuta/numerics/solvers/conjugate_gradients.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

constexpr double k_pi = 3.141592653589793;

/// Error of cos(2 pi x) cos(2 pi y) cos(pi z / 2) on the unit cube: held at 0 at z = 1, conductivity 1 + x-wave / 2.
double smooth_error(Index n) {
  const Grid grid({n, n, n, true, false}, 1.0 / static_cast<double>(n), 1.0 / static_cast<double>(n),
                  graded_axis({{1, 1.5 / static_cast<double>(n), 0.6 / static_cast<double>(n)}}).edges.size() ==
                          static_cast<std::size_t>(n) + 1
                      ? graded_axis({{1, 1.5 / static_cast<double>(n), 0.6 / static_cast<double>(n)}}).edges
                      : even_edges(n, 1));
  const auto exact = [](double x, double y, double z) {
    return std::cos(2 * k_pi * x) * std::cos(2 * k_pi * y) * std::cos(0.5 * k_pi * z);
  };
  Medium medium;
  medium.conductivity = Field("D", "m2/s", grid.layout());
  medium.conductivity.fill(grid, [](double x, double, double) { return 1 + 0.5 * std::sin(2 * k_pi * x); });
  Transmissibilities matrix(grid, medium);
  matrix.add_bottom(grid, medium, INFINITY, 0, 1);
  Field source("q", "m3/s", grid.layout());
  for_each_cell(grid.layout(), [&](Index i, Index j, Index k) {
    const double x = grid.x(i), y = grid.y(j), z = grid.z(k), d = 1 + 0.5 * std::sin(2 * k_pi * x);
    const double laplacian = -(8 + 0.25) * k_pi * k_pi * exact(x, y, z);
    const double slope = k_pi * std::cos(2 * k_pi * x) *
                         (-2 * k_pi * std::sin(2 * k_pi * x) * std::cos(2 * k_pi * y) * std::cos(0.5 * k_pi * z));
    source(i, j, k) = -(d * laplacian + slope) * grid.volume(k);
  });
  const Field u = tests::steady_field(matrix, &source);
  double worst = 0;
  for_each_cell(grid.layout(), [&](Index i, Index j, Index k) {
    worst = std::max(worst, std::abs(u(i, j, k) - exact(grid.x(i), grid.y(j), grid.z(k))));
  });
  return worst;
}

/// Error of a field that bends at an interface where the conductivity jumps by 100: quadratic on either side, with
/// source.
double layered_error(Index n) {
  const auto cells = static_cast<double>(n);
  const GradedAxis axis = graded_axis({{0.3, 0.3 / cells, 0.3 / cells}, {0.7, 0.7 / cells, 0.7 / cells}});
  const Grid grid({4, 4, 2 * n}, 0.25, 0.25, axis.edges);
  const auto d = [](double z) { return z < 0.3 ? 0.01 : 1.0; };
  Medium medium;
  medium.conductivity = Field("D", "m2/s", grid.layout());
  medium.conductivity.fill(grid, [&](double, double, double z) { return d(z); });
  Transmissibilities matrix(grid, medium);
  matrix.add_top(grid, medium, INFINITY, 0, 1);
  Field source("q", "m3/s", grid.layout());
  for_each_cell(grid.layout(),
                [&](Index i, Index j, Index k) { source(i, j, k) = std::sin(k_pi * grid.z(k)) * grid.volume(k); });
  const auto part = [&](double z, double from) {  // integral of flux / d, flux = (cos(pi z) + 1) / pi
    return ((std::sin(k_pi * z) - std::sin(k_pi * from)) / k_pi + (z - from)) / k_pi / d(z);
  };
  const Field u = tests::steady_field(matrix, &source);
  double worst = 0;
  for (Index k = 0; k < 2 * n; ++k) {
    const double z = grid.z(k);
    const double exact = z < 0.3 ? part(z, 0) : part(0.3 - 1e-12, 0) + part(z, 0.3);
    worst = std::max(worst, std::abs(u(1, 1, k) - exact));
  }
  return worst;
}

}  // namespace

TEST_CASE("[order] smooth coefficients: second order in space") {
  const double coarse = smooth_error(8), mid = smooth_error(16), fine = smooth_error(32);
  CHECK(coarse / mid == doctest::Approx(4).epsilon(0.15));
  CHECK(mid / fine == doctest::Approx(4).epsilon(0.08));
}

TEST_CASE("[order] a jump of the coefficient on a face: second order in space") {
  const double coarse = layered_error(8), mid = layered_error(16), fine = layered_error(32);
  CHECK(coarse / mid == doctest::Approx(4).epsilon(0.05));
  CHECK(mid / fine == doctest::Approx(4).epsilon(0.03));
}

TEST_CASE("[law] layers in series: the flux through a laminate with partition and an interface resistance is exact") {
  const Grid grid({3, 2, 20}, 10e-6, 10e-6, even_edges(20, 1e-3));
  Medium medium;  // D K per layer; the activity is what is continuous
  medium.conductivity = Field("D K", "m2/s", grid.layout());
  medium.conductivity.fill(grid, [](double, double, double z) { return z < 0.5e-3 ? 2e-11 : 3e-10; });
  medium.resistances = {{10, 1e7}};
  Transmissibilities matrix(grid, medium);
  matrix.add_top(grid, medium, 1e-5, 2, 1);
  matrix.add_bottom(grid, medium, INFINITY, 0, 2);
  const Field u = tests::steady_field(matrix);
  const double expected = 2 / (1e5 + 0.5e-3 / 2e-11 + 1e7 + 0.5e-3 / 3e-10) * 6 * 100e-12;
  CHECK(matrix.outflow(2, u) == doctest::Approx(expected).epsilon(1e-6));
  CHECK(matrix.outflow(1, u) == doctest::Approx(-expected).epsilon(1e-6));
}

TEST_CASE("[law] a steady field lies between what it is held at") {
  for (unsigned seed = 0; seed < 40; ++seed) {
    tests::Dice dice(seed);
    const Grid grid = tests::random_grid(dice, 3, 14);
    Medium medium = tests::random_medium(dice, grid);
    medium.sink.reset();
    Transmissibilities matrix(grid, medium);
    matrix.add_top(grid, medium, 1e-6, 2, 1);
    matrix.add_bottom(grid, medium, 1e-6, 1, 2);
    const Field u = tests::steady_field(matrix);
    CAPTURE(seed);
    CHECK(u.least() >= 1 - 1e-7);
    CHECK(u.greatest() <= 2 + 1e-7);
  }
}

TEST_CASE("[law] what a source gives leaves through the exchanges and sinks") {
  for (unsigned seed = 0; seed < 40; ++seed) {
    const tests::RandomProblem problem = tests::random_problem(seed, 2, 12);
    const Field u = tests::steady_field(problem.matrix, &problem.source);
    double given = 0, held = 0, turnover = 0;
    for_each_cell(problem.grid.layout(), [&](Index i, Index j, Index k) { given += problem.source(i, j, k); });
    Field f("f", "1", problem.grid.layout());
    problem.matrix.load(nullptr, f);
    for (const Exchange& exchange : problem.matrix.exchanges()) {
      turnover += exchange.conductance * (std::abs(u.cells()[exchange.cell]) + std::abs(exchange.outside));
    }
    Transmissibilities bare = problem.matrix;
    for_each_cell(problem.grid.layout(), [&](Index i, Index j, Index k) {  // a held cell's source goes nowhere
      const Index cell = problem.grid.layout().at(i, j, k);
      if (problem.matrix.mass()[cell] == 0) held += problem.source.cells()[cell];
    });
    double taken = problem.matrix.sunk(u);
    for (const int label : {1, 2, 3, 4}) taken += problem.matrix.outflow(label, u);
    CAPTURE(seed);
    CHECK(std::abs(given - held - taken) <= 1e-8 * (given + turnover));
  }
}

TEST_CASE("[law] moved along a periodic side the problem moves its answer along") {
  const Grid grid({12, 7, 9, true, true}, 20e-6, 20e-6, even_edges(9, 1e-3));
  const auto answer = [&](Index shift) {
    Medium medium;
    medium.conductivity = Field("D", "m2/s", grid.layout());
    for_each_cell(grid.layout(), [&](Index i, Index j, Index k) {
      medium.conductivity((i + shift) % 12, (j + shift) % 7, k) =
          1e-10 * (1 + static_cast<double>((3 * i + 5 * j + k) % 7));
    });
    Transmissibilities matrix(grid, medium);
    matrix.add_top(grid, medium, 1e-6, 1, 1);
    matrix.hold({{grid.layout().at((2 + shift) % 12, (3 + shift) % 7, 4), 0, 2}});
    return tests::steady_field(matrix);
  };
  const Field still = answer(0), moved = answer(5);
  double worst = 0;
  for_each_cell(grid.layout(), [&](Index i, Index j, Index k) {
    worst = std::max(worst, std::abs(still(i, j, k) - moved((i + 5) % 12, (j + 5) % 7, k)));
  });
  CHECK(worst < 1e-9);
}

TEST_CASE("[unit] coefficients that are none are refused by name") {
  const Grid grid({2, 2, 2}, 1, 1, even_edges(2, 2));
  Medium medium;
  medium.conductivity = Field("diffusivity", "m2/s", grid.layout(), 1);
  medium.conductivity(1, 0, 1) = -1;
  CHECK_THROWS_WITH_AS(Transmissibilities(grid, medium), doctest::Contains("diffusivity"), InputError);
  medium.conductivity(1, 0, 1) = NAN;
  CHECK_THROWS_AS(Transmissibilities(grid, medium), InputError);
}

TEST_CASE("[unit] faces can be narrowed one by one, also across a periodic side") {
  const Grid grid({4, 1, 1, true, false}, 1, 1, even_edges(1, 1));
  Medium medium;
  medium.conductivity = Field("D", "m2/s", grid.layout(), 1);
  Transmissibilities matrix(grid, medium);
  matrix.multiply_faces(0, 0, 0, 0.5, 1, 1);
  CHECK(matrix.tx()[0] == 0.5F);
  CHECK(matrix.tx()[4] == 0.5F);
  CHECK(matrix.tx()[1] == 1.0F);
}

TEST_CASE("[unit] a face is set and read in its own unit, also across a periodic side") {
  const Grid grid({4, 3, 2, true, false}, 1e-5, 1e-5, even_edges(2, 2e-5));
  Medium medium;
  medium.conductivity = Field("D", "m2/s", grid.layout(), 1e-10);
  medium.sink = Field("clearance", "1/s", grid.layout(), 1);
  Transmissibilities matrix(grid, medium);
  CHECK(matrix.conductance(Axis::z, 1, 1, 1) == doctest::Approx(1e-15));
  matrix.set_conductance(Axis::x, 0, 2, 1, 3e-16);
  CHECK(matrix.conductance(Axis::x, 0, 2, 1) == doctest::Approx(3e-16));
  CHECK(matrix.conductance(Axis::x, 4, 2, 1) == matrix.conductance(Axis::x, 0, 2, 1));
  CHECK_THROWS_AS(matrix.set_conductance(Axis::y, 0, 1, 0, -1), InputError);
  const Field one("u", "1", grid.layout(), 1);
  const double before = matrix.sunk(one);
  matrix.multiply_cell(0, 0, 0, 0.5);
  CHECK(matrix.sunk(one) == doctest::Approx(before * 23.5 / 24));
}

TEST_CASE("[unit] a cell's capacity can be set, but not below 0") {
  const Grid grid({2, 2, 2}, 1e-5, 1e-5, even_edges(2, 1e-3));
  Medium medium;
  medium.conductivity = Field("D", "m2/s", grid.layout(), 1e-10);
  medium.capacity = Field("K", "1", grid.layout(), 1);
  Transmissibilities matrix(grid, medium);
  const Index cell = grid.layout().at(1, 0, 1);
  matrix.set_capacity(cell, 3e-15);
  CHECK(matrix.mass_of(cell) == doctest::Approx(3e-15).epsilon(1e-7));
  CHECK_THROWS_AS(matrix.set_capacity(cell, -1e-15), InputError);
  CHECK_THROWS_AS(matrix.set_capacity(cell, NAN), InputError);
}
