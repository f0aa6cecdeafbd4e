#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "device/head_fixture.hpp"
#include "percuta/strokes/aim.hpp"
#include "strokes/hand_fixture.hpp"

using namespace percuta;
using strokes::Aim;

namespace {

const numerics::Polygon k_window = {{0, 0}, {40e-3, 0}, {40e-3, 30e-3}, {0, 30e-3}};

struct Case {
  strokes::Technique technique = tests::technique();
  strokes::Hand hand = tests::perfect_hand();
  strokes::InjectionPatterns patterns = tests::patterns();
  device::Device device = tests::stamp("grid", 36);
  skin::Skin skin = tests::flat_skin(k_window);
  std::vector<Aim> placed(double direction = 0) const {
    return strokes::placements({technique, hand, patterns, device, skin}, direction);
  }
};

/// A patch of 20 mm x 10 mm.
device::Device shaped_patch() {
  device::Device patch = tests::stamp("grid", 200);
  patch.kind = "patch";
  patch.head.pitch = certain(1e-3);
  patch.head.outline = {{-10e-3, -5e-3}, {10e-3, -5e-3}, {10e-3, 5e-3}, {-10e-3, 5e-3}};
  return patch;
}

}  // namespace

TEST_CASE("[unit] a square head is set down edge to edge over the window") {
  const std::vector<Aim> all = Case().placed();
  REQUIRE(all.size() == 4 * 3);
  CHECK(all[0].begin == doctest::Approx(5e-3));
  CHECK(all[0].offset == doctest::Approx(5e-3));
  CHECK(all[1].begin == doctest::Approx(15e-3));
  CHECK(all[11].begin == doctest::Approx(35e-3));
  CHECK(all[11].offset == doctest::Approx(25e-3));
}

TEST_CASE("[law] a head's length along the path goes with its rows") {
  Case oblong;
  oblong.device.head.needles = 12;
  oblong.device.head.rows = 2;  // six across on 10 mm, two along: 3.33 mm long
  CHECK(oblong.placed().size() == 12 * 3);
  oblong.device.head.needles = 6;
  oblong.device.head.rows = 1;
  CHECK(oblong.placed().size() == 24 * 3);
}

TEST_CASE("[law] a wider head, and a wider spacing, mean fewer places; more overlap means more") {
  Case wide;
  wide.device.head.width = certain(20e-3);
  CHECK(wide.placed().size() == 2 * 2);
  Case spaced;
  spaced.technique.spacing = certain(20e-3);
  CHECK(spaced.placed().size() == 2 * 2);
  Case overlapping;
  overlapping.hand.track_overlap = certain(0.5);
  CHECK(overlapping.placed().size() == 8 * 6);
}

TEST_CASE("[law] needles are held and set as the technique asks") {
  Case aslant;
  aslant.technique.angle = certain(0.35);
  aslant.technique.depth = certain(1e-3);
  for (const Aim& place : aslant.placed()) {
    CHECK(place.angle == doctest::Approx(0.35));
    CHECK(place.depth == doctest::Approx(1e-3));
  }
  CHECK(Case().placed()[0].angle == 0);
}

TEST_CASE("[unit] a shaped patch larger than the window is laid once, on the middle of the window") {
  Case patch;
  patch.device = shaped_patch();
  patch.skin = tests::flat_skin({{0, 0}, {18e-3, 0}, {18e-3, 9e-3}, {0, 9e-3}});
  const std::vector<Aim> all = patch.placed();
  REQUIRE(all.size() == 1);
  CHECK(all[0].begin == doctest::Approx(9e-3));
  CHECK(all[0].offset == doctest::Approx(4.5e-3));
}

TEST_CASE("[law] a shaped patch lies on the middle of the expression lines, long ones weighing more") {
  Case patch;
  patch.device = shaped_patch();
  patch.skin = tests::flat_skin({{0, 0}, {18e-3, 0}, {18e-3, 9e-3}, {0, 9e-3}});
  patch.skin.expression_lines = {{{2e-3, 3e-3}, {8e-3, 3e-3}, {14e-3, 3e-3}}, {{8e-3, 6e-3}, {12e-3, 6e-3}}};
  const std::vector<Aim> all = patch.placed();
  REQUIRE(all.size() == 1);
  CHECK(all[0].begin == doctest::Approx((12 * 8e-3 + 4 * 10e-3) / 16));
  CHECK(all[0].offset == doctest::Approx((12 * 3e-3 + 4 * 6e-3) / 16));
}

TEST_CASE("[law] a window much larger than a shaped patch gets more of them, side by side") {
  Case patch;
  patch.device = shaped_patch();
  patch.hand.track_overlap = certain(0.5);  // stamps overlap, patches do not
  patch.skin = tests::flat_skin({{0, 0}, {36e-3, 0}, {36e-3, 28e-3}, {0, 28e-3}});
  CHECK(patch.placed().size() == 1 * 3);  // less than half a patch would fit beside
  patch.skin = tests::flat_skin({{0, 0}, {100e-3, 0}, {100e-3, 50e-3}, {0, 50e-3}});
  CHECK(patch.placed().size() == 5 * 5);
  patch.technique.spacing = certain(50e-3);
  CHECK(patch.placed().size() < 25);
}
