#include "percuta/insertion/impact.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "insertion/insertion_fixture.hpp"

using namespace percuta;
using insertion::impact_protrusion;
using insertion::NeedleCurve;

namespace {

constexpr double k_stiffness = 2 * 1.5e6 * 125e-6;  // of the cylinder below [N/m]

/// A cylinder that never pierces: a spring.
NeedleCurve spring() {
  device::Needle cylinder = tests::roller().needle;
  cylinder.tip_radius = certain(1);
  skin::Mechanics tough = tests::mechanics();
  tough.cutting_energy = certain(1e9);
  return {tests::law_of(cylinder, tough), 1e-3, numerics::KernelClone::baseline};
}

}  // namespace

TEST_CASE("[law] a mass caught by springs stops where they have taken up its energy") {
  const double energy = 10 * 0.5 * k_stiffness * 0.4e-3 * 0.4e-3;
  CHECK(impact_protrusion(spring(), {energy, 10, 0}) == doctest::Approx(0.4e-3).epsilon(1e-3));
  // As much again goes into a second spring behind each.
  CHECK(impact_protrusion(spring(), {energy, 10, 1 / k_stiffness}) ==
        doctest::Approx(0.4e-3 / std::sqrt(2.0)).epsilon(1e-3));
}

TEST_CASE("[law] more energy goes deeper, more needles less deep, and never beyond the needle") {
  CHECK(impact_protrusion(spring(), {2e-5, 10, 0}) > impact_protrusion(spring(), {1e-5, 10, 0}));
  CHECK(impact_protrusion(spring(), {2e-5, 20, 0}) == doctest::Approx(impact_protrusion(spring(), {1e-5, 10, 0})));
  CHECK(impact_protrusion(spring(), {1, 10, 0}) == doctest::Approx(1e-3));
}
