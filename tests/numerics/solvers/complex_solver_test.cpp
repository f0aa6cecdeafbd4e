#include "percuta/numerics/solvers/complex_solver.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>

#include "numerics/solvers/random_problem.hpp"
#include "numerics/solvers/steady_field.hpp"
#include "percuta/base/error.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

ComplexField zero(const Layout& layout) {
  return {Field("re", "V", layout), Field("im", "V", layout)};
}

/// Two layers of differing loss between plates.
struct Sandwich {
  Grid grid{{4, 3, 20}, 1, 1, even_edges(20, 2)};
  Transmissibilities conducting, storing;

  Sandwich() {
    std::array<Transmissibilities, 2> both = Transmissibilities::alternating(grid, made(2, 0.01), made(0.5, 3));
    both[0].add_top(grid, made(2, 0.01), INFINITY, 1, 1);
    both[1].add_top(grid, made(0.5, 3), INFINITY, 1, 1);
    both[0].add_bottom(grid, made(2, 0.01), INFINITY, 0, 2);
    both[1].add_bottom(grid, made(0.5, 3), INFINITY, 0, 2);
    conducting = both[0];
    storing = both[1];
  }
  Medium made(double upper, double lower) const {
    Medium medium;
    medium.conductivity = Field("k", "1", grid.layout());
    medium.conductivity.fill(grid, [=](double, double, double z) { return z < 1 ? upper : lower; });
    return medium;
  }
};

}  // namespace

TEST_CASE("[law] layers that conduct and store divide an alternating voltage as impedances in series") {
  const Sandwich sandwich;
  ComplexSolver solver(sandwich.conducting, sandwich.storing, tests::on_one_thread(1e-12));
  ComplexField f = zero(sandwich.grid.layout()), u = f;
  solver.load(nullptr, f);
  solver.solve(f, u);
  const std::complex<double> upper = 1.0 / std::complex<double>(2, 0.5), lower = 1.0 / std::complex<double>(0.01, 3);
  for (Index k = 0; k < 20; ++k) {
    const double z = sandwich.grid.z(k);
    const std::complex<double> above = z < 1 ? z * upper : upper + (z - 1) * lower;
    const std::complex<double> expected = 1.0 - above / (upper + lower);
    CHECK(u.real(2, 1, k) == doctest::Approx(expected.real()).epsilon(1e-5));
    CHECK(u.imaginary(2, 1, k) == doctest::Approx(expected.imag()).epsilon(1e-5));
  }
}

TEST_CASE("[law] random complex problems converge to their true residual and keep what is held") {
  for (unsigned seed = 0; seed < 20; ++seed) {
    CAPTURE(seed);
    tests::Dice dice(seed);
    const Grid grid = tests::random_grid(dice, 4, 14);
    const Medium one = tests::random_medium(dice, grid), other = tests::random_medium(dice, grid);
    Transmissibilities conducting(grid, one), storing(grid, other);
    for (Transmissibilities* matrix : {&conducting, &storing}) {
      matrix->add_top(grid, one, INFINITY, 1, 1);
      matrix->hold({{grid.layout().at(1, 1, 2), -3, 2}});
    }
    ComplexSolver solver(conducting, storing, tests::on_one_thread(1e-9));
    ComplexField f = zero(grid.layout()), u = f;
    solver.load(nullptr, f);
    const SolveReport report = solver.solve(f, u);
    CHECK(report.residual <= 1e-9);
    CHECK(report.iterations < 100);
    CHECK(u.real(1, 1, 2) == doctest::Approx(-3));
    CHECK(u.imaginary(1, 1, 2) == doctest::Approx(0).epsilon(1e-6));
  }
}

TEST_CASE("[unit] a complex solve that does not get there says so") {
  const Sandwich sandwich;
  SolveSettings few = tests::on_one_thread(1e-14);
  few.most_iterations = 1;
  ComplexSolver solver(sandwich.conducting, sandwich.storing, few, "the potential");
  ComplexField f = zero(sandwich.grid.layout()), u = f;
  solver.load(nullptr, f);
  f.real(1, 1, 3) += 1;
  CHECK_THROWS_WITH_AS(solver.solve(f, u), doctest::Contains("the potential"), SolverError);
}
