#include "percuta/punctures/punctures.hpp"

#include <doctest/doctest.h>

#include "device/head_fixture.hpp"
#include "device/roller_fixture.hpp"
#include "percuta/base/error.hpp"
#include "punctures/guidance_fixture.hpp"
#include "skin/skin_fixture.hpp"
#include "strokes/hand_fixture.hpp"

using namespace percuta;

namespace {

const Member k_member{7, 0, 32};

device::Device pen() {
  device::Device device = tests::stamp("hex", 12);
  device.kind = "pen";
  device.head.frequency = certain(100);
  device.head.stroke = certain(1.5e-3);
  return device;
}

punctures::Punctures landed(const device::Device& device, const strokes::Technique& technique, const skin::Skin& skin,
                            std::uint32_t session = 1, const punctures::Guidance& guidance = tests::no_guidance()) {
  const auto strokes =
      strokes::trace(technique, tests::human_hand(), tests::patterns(), device, skin, k_member, session);
  return punctures::land(strokes, device, skin, guidance, k_member, session);
}

}  // namespace

TEST_CASE("[unit] every kind of device lands in the window, and those that stray beside it") {
  const skin::Skin skin = tests::skin_of();
  device::Device patch = tests::stamp("grid", 400), rf = tests::stamp("grid", 49);
  patch.kind = "patch";
  rf.kind = "rf";
  for (const device::Device& device :
       {tests::roller(), pen(), tests::stamp("grid", 36), patch, rf, tests::injector()}) {
    CAPTURE(device.kind);
    int inside = 0;
    const punctures::Punctures all = landed(device, tests::technique(), skin);
    for (const punctures::Puncture& p : all.all) {
      inside += p.in_window ? 1 : 0;
      CHECK(p.in_window == numerics::contains(skin.window, {p.x, p.y}));
      CHECK(numerics::contains(skin.outline, {p.x, p.y}));
      CHECK(p.length > 0);
    }
    CHECK(inside > 0);
    CHECK(inside < static_cast<int>(all.all.size()));
    CHECK(all.struck == static_cast<std::int64_t>(all.all.size()) + all.outside);
  }
}

TEST_CASE("[law] skill makes every hand-held device more even") {
  const skin::Skin skin = tests::skin_of(20e-4);
  const auto dispersion = [&](const device::Device& device, double skill) {
    double sum = 0;
    strokes::Technique technique = tests::technique();
    technique.skill = certain(skill);
    for (std::uint32_t session = 1; session <= 10; ++session) {
      sum += punctures::cover(landed(device, technique, skin, session), skin.window).dispersion_2mm;
    }
    return sum / 10;
  };
  for (const device::Device& device : {tests::roller(), pen(), tests::stamp("grid", 36)}) {
    CAPTURE(device.kind);
    CHECK(dispersion(device, 0) > dispersion(device, 1));
  }
}

TEST_CASE("[law] a device has the same flaws in every session") {
  const skin::Skin skin = tests::skin_of();
  device::Device stamp = tests::stamp("grid", 36);
  stamp.needle.length_spread = certain(0.05e-3);
  stamp.wear.missing_share = certain(0.3);
  punctures::Guidance guidance = tests::no_guidance();
  guidance.seat_error = certain(0.1e-3);
  const auto first = landed(stamp, tests::technique(), skin, 1, guidance).all;
  const auto second = landed(stamp, tests::technique(), skin, 2, guidance).all;
  CHECK(first[0].x != second[0].x);  // another session, another hand movement
  REQUIRE(first[0].needle == second[0].needle);
  CHECK(first[0].length == second[0].length);
}

TEST_CASE("[law] re-entry and a jittering hand leave fewer distinct holes than strikes") {
  const skin::Skin skin = tests::skin_of(20e-4);
  punctures::Guidance guidance = tests::no_guidance();
  guidance.capture_distance = certain(0.08e-3);
  strokes::Technique technique = tests::technique();
  technique.passes = 8;
  const auto captured = punctures::cover(landed(tests::roller(), technique, skin, 1, guidance), skin.window);
  CHECK(captured.distinct_density < captured.density);
  CHECK(captured.reentry_share > 0);
  guidance.capture_distance = certain(0.16e-3);
  CHECK(punctures::cover(landed(tests::roller(), technique, skin, 1, guidance), skin.window).reentry_share >
        captured.reentry_share);
}

TEST_CASE("[unit] a kind that no one knows is refused by name") {
  device::Device laser = tests::roller();
  laser.kind = "laser";
  CHECK_THROWS_AS(punctures::land({}, laser, tests::skin_of(), tests::no_guidance(), k_member, 1), InputError);
}
