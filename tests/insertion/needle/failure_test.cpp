#include "percuta/insertion/needle/failure.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "insertion/insertion_fixture.hpp"

using namespace percuta;
using insertion::Failure;
using insertion::failure_of;
using insertion::TipLoad;

namespace {

device::Needle needle() {
  return tests::roller().needle;
}

device::Needle cylinder(double diameter) {
  device::Needle needle = tests::roller().needle;
  needle.diameter = certain(diameter);
  needle.tip_radius = certain(1);
  return needle;
}

constexpr TipLoad k_upright{20e-6, 0};

}  // namespace

TEST_CASE("[unit] an upright cylinder yields over its section or buckles, whichever comes first") {
  const Failure thick = failure_of(cylinder(0.5e-3), tests::steel(), k_upright);
  CHECK(thick.mode == "yield");
  CHECK(thick.force == doctest::Approx(900e6 * std::numbers::pi * 0.0625e-6));
  const Failure thin = failure_of(cylinder(0.02e-3), tests::steel(), k_upright);
  CHECK(thin.mode == "buckling");
  CHECK(thin.force < thick.force);
}

TEST_CASE("[law] a cone bears at its contact's edge what that section bears") {
  const Failure failure = failure_of(needle(), tests::steel(), k_upright);
  CHECK(failure.mode == "yield");
  CHECK(failure.force == doctest::Approx(900e6 * std::numbers::pi * 20e-6 * 20e-6).epsilon(0.02));
}

TEST_CASE("[law] skin that lies against more of the tip spares it") {
  CHECK(failure_of(needle(), tests::steel(), {30e-6, 0}).force > failure_of(needle(), tests::steel(), k_upright).force);
}

TEST_CASE("[law] a tilted needle bears less, and one of a material weak sideways shears") {
  const Failure upright = failure_of(needle(), tests::steel(), k_upright);
  const Failure tilted = failure_of(needle(), tests::steel(), {20e-6, 0.3});
  CHECK(tilted.force < upright.force);
  device::Strength weak = tests::steel();
  weak.shear_stress = certain(1e6);
  const Failure sheared = failure_of(needle(), weak, {20e-6, 0.3});
  CHECK(sheared.mode == "shear");
  CHECK(sheared.force < tilted.force);
  CHECK(failure_of(needle(), weak, k_upright).mode == "yield");
}

TEST_CASE("[law] a bore, a softer and a weaker material each bear less") {
  device::Needle hollow = cylinder(0.5e-3);
  hollow.bore = certain(0.25e-3);
  CHECK(failure_of(hollow, tests::steel(), k_upright).force ==
        doctest::Approx(0.75 * failure_of(cylinder(0.5e-3), tests::steel(), k_upright).force));
  device::Strength weak = tests::steel();
  weak.yield_stress = certain(300e6);
  CHECK(failure_of(needle(), weak, k_upright).force < failure_of(needle(), tests::steel(), k_upright).force);
  device::Strength soft = tests::steel();
  soft.youngs_modulus = certain(1e9);
  CHECK(failure_of(needle(), soft, k_upright).force < failure_of(needle(), tests::steel(), k_upright).force);
}

TEST_CASE("[unit] without the material's strength nothing is claimed") {
  const Failure failure = failure_of(needle(), {}, k_upright);
  CHECK(failure.mode == "unknown");
  CHECK(failure.force == 0);
}

TEST_CASE("[unit] a tip bears no more than piercing takes, a buckling needle all that presses on it") {
  CHECK(insertion::force_margin(0.3, "yield", 0.2, 0.1) == doctest::Approx(3));
  CHECK(insertion::force_margin(0.3, "yield", 0.05, 0.1) == doctest::Approx(6));
  CHECK(insertion::force_margin(0.3, "buckling", 0.2, 0.1) == doctest::Approx(1.5));
  CHECK(std::isnan(insertion::force_margin(0.3, "yield", 0, 0.1)));
  CHECK(std::isnan(insertion::force_margin(0, "unknown", 0.2, 0.1)));
}
