#include "percuta/numerics/fields/grid_transfer.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "percuta/base/error.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

const Grid k_fine({12, 10, 0}, 10e-6, 12e-6, graded_axis({{60e-6, 2.5e-6, 5e-6}, {440e-6, 8e-6, 40e-6}}).edges);
const Grid k_coarse({5, 3, 0}, 24e-6, 40e-6, even_edges(7, 500e-6));

double bump(double x, double y, double z) {
  return 1 + std::sin(4e4 * x) * std::cos(3e4 * y) * std::exp(-z / 100e-6);
}

}  // namespace

TEST_CASE("[law] what a field holds is carried over to the last digits, to and fro, between grids that do not nest") {
  Field field("c", "kg/m3", k_fine.layout());
  field.fill(k_fine, bump);
  const Field there = transferred(k_fine, field, k_coarse);
  CHECK(there.name() == "c");
  CHECK(std::abs(there.integral(k_coarse) / field.integral(k_fine) - 1) < 1e-13);
  CHECK(std::abs(transferred(k_coarse, there, k_fine).integral(k_fine) / field.integral(k_fine) - 1) < 1e-13);
  CHECK(there.least() >= field.least());
  CHECK(there.greatest() <= field.greatest());
}

TEST_CASE("[law] a constant stays a constant, and a field on its own grid stays as it is") {
  const Field even("c", "1", k_fine.layout(), 3);
  const Field there = transferred(k_fine, even, k_coarse);
  CHECK(there.least() == doctest::Approx(3).epsilon(1e-12));
  CHECK(there.greatest() == doctest::Approx(3).epsilon(1e-12));
  Field field("c", "1", k_fine.layout());
  field.fill(k_fine, bump);
  CHECK(transferred(k_fine, field, k_fine)(3, 4, 5) == doctest::Approx(field(3, 4, 5)).epsilon(1e-12));
}

TEST_CASE("[law] with capacities it is the weighted content that is kept") {
  Field field("u", "1", k_fine.layout()), fine("K", "1", k_fine.layout()), coarse("K", "1", k_coarse.layout());
  field.fill(k_fine, bump);
  fine.fill(k_fine, [](double, double, double z) { return z < 60e-6 ? 3 : 0.7; });
  coarse.fill(k_coarse, [](double, double, double z) { return z < 60e-6 ? 3 : 0.7; });
  const Field there = transferred(k_fine, field, k_coarse, &fine, &coarse);
  double before = 0, after = 0;
  for_each_cell(k_fine.layout(),
                [&](Index i, Index j, Index k) { before += field(i, j, k) * fine(i, j, k) * k_fine.volume(k); });
  for_each_cell(k_coarse.layout(),
                [&](Index i, Index j, Index k) { after += there(i, j, k) * coarse(i, j, k) * k_coarse.volume(k); });
  CHECK(std::abs(after / before - 1) < 1e-13);
}

TEST_CASE("[unit] grids of another extent are refused") {
  const Grid longer({12, 10, 0}, 11e-6, 12e-6, even_edges(4, 500e-6));
  CHECK_THROWS_AS(transferred(k_fine, Field("c", "1", k_fine.layout()), longer), InputError);
}
