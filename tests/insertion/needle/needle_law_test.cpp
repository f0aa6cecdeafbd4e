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

insertion::Contact contact_of(double dent_spread, double load_depth) {
  insertion::Contact contact = tests::contact();
  contact.dent_spread = certain(dent_spread);
  contact.load_depth = certain(load_depth);
  return contact;
}

}  // namespace

TEST_CASE("[law] one needle on a half-space dents it first like a flat punch, then with the square of the depth") {
  const NeedleLaw law = law_of(tests::roller().needle);  // tip 6 um, 1.5 MPa, spread 0.3
  const double shallow = 0.1e-6, deep = 0.5e-3;
  CHECK(insertion::dimple_force(law, shallow, 0) == doctest::Approx(2 * 1.5e6 * 6e-6 * shallow).epsilon(0.01));
  CHECK(insertion::dimple_force(law, deep, 0) == doctest::Approx(2 * 1.5e6 * (6e-6 + 0.3 * deep) * deep).epsilon(1e-3));
  const double twice = insertion::dimple_force(law, 2 * deep, 0) / insertion::dimple_force(law, deep, 0);
  CHECK(twice == doctest::Approx(4).epsilon(0.03));
}

TEST_CASE("[law] a deep dent takes the same force whatever the tip") {
  device::Needle sharp = tests::roller().needle, blunt = sharp;
  sharp.tip_radius = certain(2e-6);
  blunt.tip_radius = certain(18e-6);
  const double ratio =
      insertion::dimple_force(law_of(blunt), 0.6e-3, 0) / insertion::dimple_force(law_of(sharp), 0.6e-3, 0);
  CHECK(ratio < 1.1);
  CHECK(ratio > 1);
}

TEST_CASE("[law] without spread the tip stays a rigid flat punch however deep the dent") {
  const NeedleLaw law = law_of(tests::roller().needle, tests::mechanics(), contact_of(0, 0));
  CHECK(insertion::dimple_force(law, 0.5e-3, 0) == doctest::Approx(2 * 1.5e6 * 6e-6 * 0.5e-3));
  CHECK(insertion::dimple_under(law, 9e-3, 0) == doctest::Approx(9e-3 / (2 * 1.5e6 * 6e-6)));
}

TEST_CASE("[law] the dimple under a force gives that force, on layers and with the needle in too") {
  for (const NeedleLaw& law : {law_of(tests::roller().needle), layered_law(tests::in_a_second())}) {
    for (const double depth : {0.0, 0.2e-3, 1.2e-3}) {
      for (const double force : {1e-6, 1e-3, 50e-3, 0.5}) {
        const double dimple = insertion::dimple_under(law, force, depth);
        CHECK(insertion::dimple_force(law, dimple, depth) == doctest::Approx(force).epsilon(1e-9));
      }
    }
  }
  CHECK(insertion::dimple_under(law_of(tests::roller().needle), 0, 0) == 0);
}

TEST_CASE("[law] where the stiffness bends, among close neighbours, the dimple under a force gives that force too") {
  const insertion::Bed close{9, 0.2e-3};
  const NeedleLaw law = layered_law({close, 1e-3, 1.5e-3, insertion::Frame::skin_between});
  for (int i = 1; i <= 200; ++i) {
    const double force = 5e-3 * i;
    const double dimple = insertion::dimple_under(law, force, 0);
    CHECK(insertion::dimple_force(law, dimple, 0) == doctest::Approx(force).epsilon(1e-6));
  }
}

TEST_CASE("[law] the same load dents less when the needle bears it at depth, the more so the more depth counts") {
  const auto dimple = [](double load_depth, double depth) {
    const NeedleLaw law = law_of(tests::roller().needle, tests::mechanics(), contact_of(0.3, load_depth));
    return insertion::dimple_under(law, 50e-3, depth);
  };
  CHECK(dimple(0.6, 0.5e-3) < dimple(0.6, 0));
  CHECK(dimple(0.8, 0.5e-3) < dimple(0.6, 0.5e-3));
  CHECK(dimple(0, 0.5e-3) == doctest::Approx(dimple(0, 0)));
  CHECK(insertion::pressed_spot(law_of(tests::roller().needle), 0, 0.4e-3) == doctest::Approx(6e-6 + 0.6 * 0.2e-3));
  CHECK(insertion::pressed_spot(law_of(tests::roller().needle), 0, 1.4e-3) == doctest::Approx(6e-6 + 0.6 * 0.95e-3));
}

TEST_CASE("[law] cutting on takes a crack as long as the needle is wide, its opening and the friction on its flank") {
  const NeedleLaw law = law_of(tests::roller().needle);
  const double r = 125e-6, tip = 6e-6, taper = 0.9e-3;
  const double flank = std::numbers::pi * ((tip + r) * std::hypot(taper, r - tip) + 2 * r * 0.3e-3);
  const double crack = 0.3 * (2 * 1400 * r + std::numbers::pi * tip * tip * 20e6);
  const double expected = crack + 0.4e6 * std::numbers::pi * r * r + 4500 * flank;
  CHECK(insertion::resistance(law, 1.2e-3) == doctest::Approx(expected));
  double before = 0;
  for (int i = 0; i <= 100; ++i) {
    const double now = insertion::resistance(law, 15e-6 * i);
    CHECK(now > before);
    before = now;
  }
}

TEST_CASE("[law] behind a sharp tip the force goes on rising, behind a blunt one it drops") {
  const auto after_over_before = [](double tip) {
    device::Needle needle = tests::roller().needle;
    needle.tip_radius = certain(tip);
    const NeedleLaw law = law_of(needle);
    return insertion::resistance(law, law.snap_depth) / law.puncture_force;
  };
  CHECK(after_over_before(1e-6) > 1);
  CHECK(after_over_before(18e-6) < 0.7);
}

TEST_CASE("[law] a softer layer lets the tip sink further before it pierces, a stiffer one less") {
  const double usual = layered_law(tests::in_a_second()).puncture_dimple;
  for (const std::size_t layer : {0, 1, 2, 3, 4}) {
    skin::Skin soft = tests::skin_of(), stiff = tests::skin_of();
    soft.layers[layer].modulus *= 0.1;
    stiff.layers[layer].modulus *= 10;
    CHECK(layered_law(tests::in_a_second(), soft).puncture_dimple > usual);
    CHECK(layered_law(tests::in_a_second(), stiff).puncture_dimple < usual);
  }
}

TEST_CASE("[law] a fast needle needs less force to pierce, on skin that dents less") {
  const NeedleLaw slow = layered_law({{}, 0.001, 1.5e-3});
  const NeedleLaw fast = layered_law({{}, 3, 1.5e-3});
  CHECK(fast.puncture_force < slow.puncture_force);
  CHECK(fast.puncture_dimple < slow.puncture_dimple);
  CHECK(fast.stiffness.at(50e-6) > slow.stiffness.at(50e-6));
}

TEST_CASE("[law] neighbours count in the frame of the skin at rest, not in that of the skin between") {
  const insertion::Bed bed{100, 5e-3};
  const NeedleLaw between = layered_law({bed, 1.5e-3, 1.5e-3, insertion::Frame::skin_between});
  const NeedleLaw rest = layered_law({bed, 1.5e-3, 1.5e-3, insertion::Frame::undisturbed});
  CHECK(rest.puncture_dimple > between.puncture_dimple);
  CHECK(between.puncture_dimple < layered_law(tests::in_a_second()).puncture_dimple);
  CHECK(rest.puncture_dimple > layered_law(tests::in_a_second()).puncture_dimple);
  CHECK(rest.puncture_force == between.puncture_force);  // the rupture itself feels no neighbours
}

TEST_CASE("[unit] the contact at puncture lies between tip and base, and is wider on softer skin") {
  const NeedleLaw law = law_of(tests::roller().needle);
  CHECK(law.puncture_contact > law.form.tip_radius);
  CHECK(law.puncture_contact <= law.form.base_radius);
  skin::Mechanics stiff = tests::mechanics();
  stiff.corneum_modulus = certain(15e6);
  CHECK(law_of(tests::roller().needle, stiff).puncture_contact < law.puncture_contact);
}
