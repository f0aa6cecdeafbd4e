#include "percuta/insertion/needle/buckling.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>
#include <vector>

using percuta::insertion::buckling_load;
using percuta::insertion::Column;

namespace {

constexpr Column k_cone{20e-6, 100e-6, 1e-3, 0, 200e9};

/// Deflection at the base over the slope there, for the load P, by small steps from the pinned tip: y'' = (H x - P y)
/// / (E I) with y(0) = 0. Two unknowns, y'(0) and H, and two conditions at the base make a determinant.
double determinant(const Column& column, double load) {
  constexpr int k_steps = 20000;
  double y[2] = {0, 0}, slope[2] = {1, 0};
  const double h = column.length / k_steps;
  for (int i = 0; i < k_steps; ++i) {
    const double x = (i + 0.5) * h;
    const double r = column.tip_radius + (column.base_radius - column.tip_radius) * x / column.length;
    const double stiffness = column.modulus * std::numbers::pi / 4 * std::pow(r, 4);
    for (int k = 0; k < 2; ++k) {
      const double middle = y[k] + 0.5 * h * slope[k];
      slope[k] += h * ((k == 1 ? x : 0) - load * middle) / stiffness;
      y[k] = middle + 0.5 * h * slope[k];
    }
  }
  return y[0] * slope[1] - y[1] * slope[0];
}

}  // namespace

TEST_CASE("[unit] a cylinder buckles by the textbook, 20.19 E I / L^2") {
  const Column cylinder{50e-6, 50e-6, 2e-3, 0, 200e9};
  const double inertia = std::numbers::pi / 4 * std::pow(50e-6, 4);
  CHECK(buckling_load(cylinder) == doctest::Approx(20.1907 * 200e9 * inertia / 4e-6).epsilon(1e-5));
}

TEST_CASE("[law] the closed form of a cone is the load at which its differential equation has a solution") {
  const double load = buckling_load(k_cone);
  const double below = determinant(k_cone, 0.99 * load), above = determinant(k_cone, 1.01 * load);
  CHECK(below * above < 0);
  for (const double share : {0.2, 0.5, 0.8}) CHECK(determinant(k_cone, share * load) * below > 0);
}

TEST_CASE("[law] a longer, thinner, softer or hollow column buckles earlier") {
  Column turned = k_cone;
  turned.length = 2e-3;
  CHECK(buckling_load(turned) == doctest::Approx(buckling_load(k_cone) / 4));
  turned = k_cone;
  turned.tip_radius = 10e-6;
  CHECK(buckling_load(turned) < buckling_load(k_cone));
  turned = k_cone;
  turned.modulus = 2e9;
  CHECK(buckling_load(turned) == doctest::Approx(buckling_load(k_cone) / 100));
  turned = k_cone;
  turned.bore_radius = 50e-6;
  CHECK(buckling_load(turned) == doctest::Approx(buckling_load(k_cone) * 15 / 16));
}
