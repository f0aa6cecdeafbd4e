#include "percuta/numerics/operators/dissipation.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "numerics/solvers/random_problem.hpp"
#include "numerics/solvers/steady_field.hpp"
#include "percuta/numerics/solvers/conjugate_gradients.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

constexpr int k_needle = 1, k_far = 2;

struct Block {
  Grid grid{{14, 12, 10}, 1e-4, 1e-4, even_edges(10, 1e-3)};
  Medium medium;
  std::vector<Index> needle;
  explicit Block(double conductivity) {
    medium.conductivity = Field("conductivity", "1", grid.layout(), conductivity);
    for (Index k = 0; k < 6; ++k) needle.push_back(grid.layout().at(6, 5, k));
  }
};

}  // namespace

TEST_CASE("[law] potential and temperature of a needle obey T = sigma / k (V phi - phi^2 / 2) in every cell") {
  const double volt = 20, sigma = 0.25, k = 0.372;
  Block electric(sigma), thermal(k);
  Transmissibilities current(electric.grid, electric.medium), warmth(thermal.grid, thermal.medium);
  current.add_bottom(electric.grid, electric.medium, INFINITY, 0, k_far);
  warmth.add_bottom(thermal.grid, thermal.medium, INFINITY, 0, k_far);
  std::vector<Held> at_volt;
  for (const Index cell : electric.needle) at_volt.push_back({cell, volt, k_needle});
  current.hold(at_volt);
  warmth.cut(electric.needle);  // the needle takes no heat
  Field phi = tests::steady_field(current);
  const Field heat = dissipation(current, phi, {k_needle});
  const Field rise = tests::steady_field(warmth, &heat);
  double worst = 0;
  for_each_cell(electric.grid.layout(), [&](Index x, Index y, Index z) {
    if (phi(x, y, z) == volt) return;
    const double expected = sigma / k * (volt * phi(x, y, z) - 0.5 * phi(x, y, z) * phi(x, y, z));
    worst = std::max(worst, std::abs(rise(x, y, z) - expected));
  });
  CHECK(worst < 1e-5);  // of 134 K: conductances are float32
}

TEST_CASE("[law] heat is never negative and adds up to voltage times current") {
  Block block(0.25);
  Transmissibilities matrix(block.grid, block.medium);
  matrix.add_bottom(block.grid, block.medium, INFINITY, 0, k_far);
  std::vector<Held> at_volt;
  for (const Index cell : block.needle) at_volt.push_back({cell, 10, k_needle});
  matrix.hold(at_volt);
  Field phi = tests::steady_field(matrix);
  const Field heat = dissipation(matrix, phi, {k_needle, k_far});
  double sum = 0;
  for_each_cell(block.grid.layout(), [&](Index i, Index j, Index k) { sum += heat(i, j, k); });
  CHECK(heat.least() >= 0);
  CHECK(sum == doctest::Approx(10 * matrix.outflow(k_far, phi)).epsilon(1e-9));
}

TEST_CASE("[law] electrodes at +-V/2 that stay cold: T = sigma / 2k (V^2 / 4 - phi^2) in every cell of any layers") {
  const double volt = 20;
  for (unsigned seed = 0; seed < 20; ++seed) {
    CAPTURE(seed);
    tests::Dice dice(seed);
    const Grid grid = tests::random_grid(dice, 6, 14);
    Medium medium = tests::random_medium(dice, grid);
    medium.sink.reset();
    Transmissibilities matrix(grid, medium);
    std::vector<Held> at_volt, cold;
    for (Index k = 0; k < 3; ++k) {
      at_volt.push_back({grid.layout().at(1, 1, k), 0.5 * volt, k_needle});
      at_volt.push_back({grid.layout().at(4, 3, k), -0.5 * volt, k_far});
    }
    cold = at_volt;
    for (Held& held : cold) held.value = 0;
    Transmissibilities warmth = matrix;
    matrix.hold(at_volt);
    warmth.hold(cold);
    Field phi = tests::steady_field(matrix);
    const Field heat = dissipation(matrix, phi), rise = tests::steady_field(warmth, &heat);
    double worst = 0;
    for_each_cell(grid.layout(), [&](Index i, Index j, Index k) {
      const double expected = 0.5 * (0.25 * volt * volt - phi(i, j, k) * phi(i, j, k));
      worst = std::max(worst, std::abs(rise(i, j, k) - expected));
    });
    CHECK(worst <= 1e-8 * 0.125 * volt * volt);
  }
}
