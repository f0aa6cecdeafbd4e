#include "percuta/numerics/operators/upright_needle.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <numbers>

#include "numerics/solvers/steady_field.hpp"
#include "percuta/base/error.hpp"
#include "percuta/numerics/operators/cut_faces.hpp"
#include "percuta/numerics/solvers/conjugate_gradients.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

/// Where a needle stands in a wider cylinder: its axis against the grid [cells], its distance from the other axis over
/// the cylinder's radius.
struct Standing {
  double x, y, out;
};

/// A needle in a cylinder of 8 cells radius that is held at 0: its conductance over the closed form.
double conductance(double diameter, double dy, const Standing& place) {
  const double wide = 8, a = 0.5 * diameter, d = place.out * wide;
  const auto n = Index{24}, ny = static_cast<Index>(std::ceil(24 / dy));
  const Grid grid({n, ny, 0}, 1, dy, even_edges(1, 1));
  const Medium medium = tests::even_medium(grid);
  Transmissibilities matrix(grid, medium);
  const double x = 12.5 + place.x, y = (std::floor(0.5 * static_cast<double>(ny)) + 0.5 + place.y) * dy;
  hold_needle(grid, medium, {x + 0.8 * d, y + 0.6 * d, a, 0, 1, 1, 1}, matrix);
  hold_body(grid, medium, {outside(tapered({{x, y, -20}, {x, y, 20}, wide, wide})), 0, 2, {}}, matrix);
  return matrix.outflow(2, tests::steady_field(matrix)) * std::acosh((a * a + wide * wide - d * d) / (2 * a * wide)) /
         (2 * std::numbers::pi);
}

}  // namespace

TEST_CASE("[law] a needle of 1/100 to 4 cells conducts as its closed form, wherever its axis lies in a cell") {
  for (const double diameter : {0.01, 0.25, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0}) {
    for (const double dy : {1.0, 1.6}) {
      if (diameter > 4 * std::min(1.0, dy)) continue;
      for (const Standing& place : {Standing{0, 0, 0}, {0.5, 0.5, 0}, {0.02, 0.49, 0}, {0, 0, 0.4}, {0.25, 0.1, 0.4}}) {
        CAPTURE(diameter);
        CAPTURE(dy);
        CAPTURE(place.x);
        CAPTURE(place.out);
        CHECK(conductance(diameter, dy, place) == doctest::Approx(1).epsilon(2e-3));
      }
    }
  }
}

TEST_CASE("[law] a needle across a periodic side is the same as one in the middle") {
  const Grid grid({9, 7, 4, true, true}, 1, 1, even_edges(4, 4));
  const Medium medium = tests::even_medium(grid);
  const auto uptake = [&](double x, double y) {
    Transmissibilities matrix(grid, medium);
    hold_needle(grid, medium, {x, y, 0.2, 0, 2.5, 1, 1}, matrix);
    matrix.add_bottom(grid, medium, INFINITY, 0, 2);
    return matrix.outflow(2, tests::steady_field(matrix));
  };
  CHECK(uptake(0.3, 6.9) == doctest::Approx(uptake(4.3, 3.9)).epsilon(1e-6));
  CHECK(uptake(8.8, 0.1) == doctest::Approx(uptake(4.8, 3.1)).epsilon(1e-6));
}

TEST_CASE("[law] two halves of a needle are the needle, also where they meet within a cell") {
  const Grid grid({9, 9, 6}, 1, 1, even_edges(6, 6));
  const Medium medium = tests::even_medium(grid);
  Transmissibilities whole(grid, medium), halves(grid, medium);
  hold_needle(grid, medium, {4.2, 4.6, 0.3, 0, 3.4, 1, 1}, whole);
  hold_needle(grid, medium, {4.2, 4.6, 0.3, 0, 1.7, 1, 1}, halves);
  hold_needle(grid, medium, {4.2, 4.6, 0.3, 1.7, 3.4, 1, 1}, halves);
  for (Transmissibilities* matrix : {&whole, &halves}) matrix->add_bottom(grid, medium, INFINITY, 0, 2);
  const double conducted = whole.outflow(2, tests::steady_field(whole));
  CHECK(conducted == doctest::Approx(halves.outflow(2, tests::steady_field(halves))).epsilon(1e-6));
  CHECK(conducted > 0);
}

TEST_CASE("[law] next to a needle the field lies between what holds it, and what enters leaves") {
  const Grid grid({12, 11, 5}, 1, 1, even_edges(5, 5));
  const Medium medium = tests::even_medium(grid);
  Transmissibilities matrix(grid, medium);
  hold_needle(grid, medium, {6.1, 5.4, 1, 0, 3, 7, 1}, matrix);
  matrix.add_bottom(grid, medium, INFINITY, 2, 2);
  for (const Exchange& exchange : matrix.exchanges()) CHECK(exchange.conductance >= 0);
  const Field u = tests::steady_field(matrix);
  CHECK(u.least() >= 2 - 1e-9);
  CHECK(u.greatest() <= 7 + 1e-9);
  CHECK(matrix.outflow(1, u) == doctest::Approx(-matrix.outflow(2, u)).epsilon(1e-8));
}

TEST_CASE("[law] a wider, longer or better conducting needle lets more through") {
  const Grid grid({12, 12, 8}, 1, 1, even_edges(8, 8));
  const auto conducted = [&](double radius, double to, double conductivity) {
    Medium medium = tests::even_medium(grid);
    medium.conductivity = Field("k", "1", grid.layout(), conductivity);
    Transmissibilities matrix(grid, medium);
    hold_needle(grid, medium, {6.3, 6.3, radius, 0, to, 1, 1}, matrix);
    matrix.add_bottom(grid, medium, INFINITY, 0, 2);
    return matrix.outflow(2, tests::steady_field(matrix));
  };
  CHECK(conducted(0.4, 4, 1) > conducted(0.2, 4, 1));
  CHECK(conducted(0.2, 4.5, 1) > conducted(0.2, 4, 1));
  CHECK(conducted(0.2, 4, 3) == doctest::Approx(3 * conducted(0.2, 4, 1)));
}

TEST_CASE("[unit] a needle that is too wide, without an extent, or too near to a side or to what is held is refused") {
  const Grid grid({12, 12, 4}, 1, 1, even_edges(4, 4));
  const Medium medium = tests::even_medium(grid);
  const auto held = [&](const UprightNeedle& needle) {
    Transmissibilities matrix(grid, medium);
    matrix.hold({{grid.layout().at(8, 6, 1), 0, 2}});
    hold_needle(grid, medium, needle, matrix);
  };
  CHECK_NOTHROW(held({4.5, 6.5, 0.1, 0, 4, 1, 1}));
  CHECK_THROWS_WITH_AS(held({6.5, 6.5, 2.1, 0, 4, 1, 1}), doctest::Contains("hold_body"), InputError);
  CHECK_THROWS_AS(held({4.5, 6.5, 0, 0, 4, 1, 1}), InputError);
  CHECK_THROWS_AS(held({4.5, 6.5, 0.1, 4, 5, 1, 1}), InputError);
  CHECK_THROWS_AS(held({4.5, 6.5, 0.1, 3, 2, 1, 1}), InputError);
  CHECK_THROWS_WITH_AS(held({0.4, 6.5, 0.1, 0, 4, 1, 1}), doctest::Contains("closed side"), InputError);
  CHECK_THROWS_WITH_AS(held({8.5, 6.5, 0.1, 0, 4, 1, 1}), doctest::Contains("what is held"), InputError);
  CHECK_NOTHROW(held({8.5, 6.5, 0.1, 2, 4, 1, 1}));
  for (const double nowhere : {std::nan(""), 1.0 * INFINITY, 1e300}) {
    CHECK_THROWS_AS(held({nowhere, 6.5, 0.1, 0, 4, 1, 1}), InputError);
    CHECK_THROWS_AS(held({4.5, -nowhere, 0.1, 0, 4, 1, 1}), InputError);
    CHECK_THROWS_AS(held({4.5, 6.5, nowhere, 0, 4, 1, 1}), InputError);
  }
}

TEST_CASE("[law] a needle that is refused leaves the matrix as it was") {
  const Grid grid({12, 12, 4}, 1, 1, even_edges(4, 4));
  const Medium medium = tests::even_medium(grid);
  Transmissibilities matrix(grid, medium);
  matrix.hold({{grid.layout().at(8, 6, 1), 0, 2}});
  const std::size_t before = matrix.exchanges().size();
  for (const double x : {8.5, 11.6}) {
    CHECK_THROWS_AS(hold_needle(grid, medium, {x, 6.5, 0.1, 0, 4, 1, 1}, matrix), InputError);
    CHECK(matrix.exchanges().size() == before);
  }
}
