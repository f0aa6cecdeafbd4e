#include "percuta/insertion/needle_law.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "device/roller_fixture.hpp"
#include "skin/skin_fixture.hpp"

using namespace percuta;
using insertion::NeedleLaw;

namespace {

NeedleLaw law_of(const device::Needle& needle, const skin::Mechanics& mechanics = tests::mechanics()) {
  return insertion::needle_law(needle, mechanics, {certain(0.5)});
}

}  // namespace

TEST_CASE("[unit] a sharp cone indents by Sneddon's law, F = (2 / pi) E tan(alpha) t^2") {
  device::Needle cone = tests::roller().needle;
  cone.tip_radius = certain(1e-12);
  cone.diameter = certain(1e-3);
  cone.taper_share = certain(1);
  const NeedleLaw law = law_of(cone);
  CHECK(law.slope == doctest::Approx(1.0 / 3));
  CHECK(insertion::indentation_force(law, 0.3e-3) ==
        doctest::Approx(2 / std::numbers::pi * 1.5e6 / 3 * 0.09e-6).epsilon(1e-5));
}

TEST_CASE("[unit] a blunt cylinder indents by the flat punch's law, F = 2 E a t") {
  device::Needle cylinder = tests::roller().needle;
  cylinder.tip_radius = certain(1e-3);  // kept at the base's radius
  const NeedleLaw law = law_of(cylinder);
  CHECK(insertion::indentation_force(law, 0.5e-3) == doctest::Approx(2 * 1.5e6 * 125e-6 * 0.5e-3));
}

TEST_CASE("[law] once the contact is as wide as the base, force grows as under a flat punch of that width") {
  const NeedleLaw law = law_of(tests::roller().needle);
  const double t = law.full_contact;
  const double rise = insertion::indentation_force(law, t + 1e-6) - insertion::indentation_force(law, t);
  CHECK(rise == doctest::Approx(2 * 1.5e6 * 125e-6 * 1e-6));
  const double before = insertion::indentation_force(law, t) - insertion::indentation_force(law, t - 1e-6);
  CHECK(before == doctest::Approx(rise).epsilon(1e-3));  // no kink in the slope
}

TEST_CASE("[law] the indentation that a force needs gives that force") {
  for (const double tip : {1e-9, 6e-6, 125e-6}) {
    device::Needle needle = tests::roller().needle;
    needle.tip_radius = certain(tip);
    const NeedleLaw law = law_of(needle);
    for (const double force : {0.0, 1e-4, 0.05, 0.4, 3.0}) {
      CHECK(insertion::indentation_force(law, insertion::indentation_at(law, force)) == doctest::Approx(force));
    }
  }
}

TEST_CASE("[law] puncture force is proportional to the tip's diameter and to the cutting energy") {
  device::Needle needle = tests::roller().needle;
  skin::Mechanics mechanics = tests::mechanics();
  const double force = law_of(needle).puncture_force;
  CHECK(force == doctest::Approx(1400 * std::numbers::pi * 12e-6));
  needle.tip_radius = certain(12e-6);
  CHECK(law_of(needle).puncture_force == doctest::Approx(2 * force));
  mechanics.cutting_energy = certain(4200);
  CHECK(law_of(needle, mechanics).puncture_force == doctest::Approx(6 * force));
}

TEST_CASE("[law] resistance is cutting plus opening plus friction, each with its own geometry") {
  const device::Needle needle = tests::roller().needle;
  const double depth = 1.2e-3;  // 0.3 mm beyond the taper
  skin::Mechanics only = tests::mechanics();
  only.opening_pressure = certain(0);
  only.friction_stress = certain(0);
  const double cutting = insertion::resistance(law_of(needle, only), depth);
  CHECK(cutting == doctest::Approx(law_of(needle).puncture_force));
  only.opening_pressure = certain(0.4e6);
  const double opening = insertion::resistance(law_of(needle, only), depth) - cutting;
  CHECK(opening == doctest::Approx(0.4e6 * std::numbers::pi * 125e-6 * 125e-6));
  only.opening_pressure = certain(0);
  only.friction_stress = certain(4500);
  const double friction = insertion::resistance(law_of(needle, only), depth) - cutting;
  const double slant = std::sqrt(0.9e-3 * 0.9e-3 + 119e-6 * 119e-6);
  CHECK(friction == doctest::Approx(4500 * std::numbers::pi * (131e-6 * slant + 250e-6 * 0.3e-3)));
}
