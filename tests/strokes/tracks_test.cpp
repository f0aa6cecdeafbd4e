#include <doctest/doctest.h>

#include "device/roller_fixture.hpp"
#include "percuta/strokes/aim.hpp"
#include "strokes/hand_fixture.hpp"

using namespace percuta;

TEST_CASE("[law] tracks are a working width apart, less by what the hand means to overlap") {
  const strokes::Technique technique = tests::technique();
  const strokes::InjectionPatterns patterns = tests::patterns();
  const device::Device device = tests::roller();
  const skin::Skin skin = tests::flat_skin({{0, 0}, {40e-3, 0}, {40e-3, 60e-3}, {0, 60e-3}});
  strokes::Hand hand = tests::perfect_hand();
  const auto apart = [&] {
    const auto all = strokes::tracks({technique, hand, patterns, device, skin}, 0);
    return all[1].offset - all[0].offset;
  };
  CHECK(apart() == doctest::Approx(20e-3));
  hand.track_overlap = certain(0.25);
  CHECK(apart() == doctest::Approx(15e-3));
}
