#include "percuta/insertion/needle/needle_law.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "insertion/insertion_fixture.hpp"

using namespace percuta;
using insertion::NeedleLaw;
using tests::law_of;

namespace {

NeedleLaw layered_law(const insertion::Approach& approach, const skin::Skin& skin = tests::skin_of()) {
  return insertion::needle_law(tests::roller().needle, skin, tests::contact(), approach);
}

}  // namespace

TEST_CASE("[unit] a sharp cone indents by Sneddon's law, F = (2 / pi) M tan(alpha) t^2") {
  device::Needle cone = tests::roller().needle;
  cone.tip_radius = certain(1e-12);
  cone.diameter = certain(1e-3);
  cone.taper_share = certain(1);
  const NeedleLaw law = law_of(cone);
  CHECK(law.slope == doctest::Approx(1.0 / 3));
  CHECK(insertion::indentation_force(law, 0.3e-3) ==
        doctest::Approx(2 / std::numbers::pi * 1.5e6 / 3 * 0.09e-6).epsilon(1e-5));
}

TEST_CASE("[unit] a blunt cylinder indents by the flat punch's law, F = 2 M a t") {
  device::Needle cylinder = tests::roller().needle;
  cylinder.tip_radius = certain(1e-3);  // kept at the base's radius
  const NeedleLaw law = law_of(cylinder);
  CHECK(law.deeper == doctest::Approx(0));
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

TEST_CASE("[law] the indentation that a force needs gives that force, on soft layers too") {
  for (const double tip : {1e-9, 6e-6, 125e-6}) {
    device::Needle needle = tests::roller().needle;
    needle.tip_radius = certain(tip);
    NeedleLaw law = law_of(needle);
    for (const double deeper : {0.0, 2e-3}) {
      law.deeper = deeper;
      for (const double force : {1e-6, 1e-3, 50e-3, 2.0}) {
        const double t = insertion::indentation_at(law, force);
        CHECK(insertion::indentation_force(law, t) == doctest::Approx(force).epsilon(1e-9));
      }
    }
  }
}

TEST_CASE("[law] what resists a needle is its tip, the opening of its hole and the friction on its flank") {
  const device::Needle needle = tests::roller().needle;
  const NeedleLaw law = law_of(needle);
  const double r = 125e-6, tip = 6e-6, taper = 0.9e-3;
  const double flank = std::numbers::pi * ((tip + r) * std::hypot(taper, r - tip) + 2 * r * 0.3e-3);
  const double expected = law.puncture_force + 0.4e6 * std::numbers::pi * r * r + 4500 * flank;
  CHECK(insertion::resistance(law, 1.2e-3) == doctest::Approx(expected));
  double before = 0;
  for (int i = 0; i <= 100; ++i) {
    const double now = insertion::resistance(law, 15e-6 * i);
    CHECK(now > before);
    before = now;
  }
}

TEST_CASE("[law] a tip that is through needs its retained share of the force, and no more") {
  insertion::Contact easy = tests::contact();
  easy.cutting_retained = certain(0.5);
  const NeedleLaw law = law_of(tests::roller().needle, tests::mechanics(), easy);
  CHECK(law.cutting_force == doctest::Approx(0.5 * law.puncture_force));
  const NeedleLaw usual = law_of(tests::roller().needle);
  CHECK(insertion::resistance(law, 0.5e-3) ==
        doctest::Approx(insertion::resistance(usual, 0.5e-3) - 0.5 * law.puncture_force));
}

TEST_CASE("[law] a soft dermis or fat lets the tip sink further before it pierces, a stiff one less") {
  skin::Skin soft = tests::skin_of();
  soft.layers[3].modulus = 0.2e6;
  CHECK(layered_law({}, soft).puncture_dimple > layered_law({}).puncture_dimple);
  skin::Skin fat = tests::skin_of();
  fat.layers[4].modulus = 5e3;
  CHECK(layered_law({}, fat).puncture_dimple > layered_law({}).puncture_dimple);
  skin::Skin stiff = tests::skin_of();
  for (skin::Layer& layer : stiff.layers) layer.modulus *= 4;
  CHECK(layered_law({}, stiff).puncture_dimple < layered_law({}).puncture_dimple);
}

TEST_CASE("[law] a fast needle meets stiffer skin, and shallower") {
  const NeedleLaw slow = layered_law({{}, 0.001, 1.5e-3});
  const NeedleLaw fast = layered_law({{}, 3, 1.5e-3});
  CHECK(fast.modulus > slow.modulus);
  CHECK(fast.puncture_dimple < slow.puncture_dimple);
  CHECK(fast.puncture_force == slow.puncture_force);
}

TEST_CASE("[law] neighbours count in the frame of the skin at rest, not in that of the skin between") {
  const insertion::Bed bed{100, 5e-3};
  const NeedleLaw between = layered_law({bed, 0, 0, insertion::Frame::skin_between});
  const NeedleLaw rest = layered_law({bed, 0, 0, insertion::Frame::undisturbed});
  CHECK(rest.puncture_dimple > between.puncture_dimple);
  CHECK(between.puncture_dimple < layered_law({}).puncture_dimple);
  CHECK(rest.puncture_dimple > layered_law({}).puncture_dimple);
  CHECK(rest.puncture_force == between.puncture_force);  // the rupture itself feels no neighbours
}

TEST_CASE("[unit] the contact at puncture lies between tip and base, and is wider on softer skin") {
  const NeedleLaw law = law_of(tests::roller().needle);
  CHECK(law.puncture_contact > law.form.tip_radius);
  CHECK(law.puncture_contact <= law.form.base_radius);
  skin::Mechanics stiff = tests::mechanics();
  stiff.indentation_modulus = certain(15e6);
  CHECK(law_of(tests::roller().needle, stiff).puncture_contact < law.puncture_contact);
}
