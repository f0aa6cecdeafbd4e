#include "percuta/punctures/head.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

#include "device/head_fixture.hpp"
#include "percuta/base/error.hpp"
#include "punctures/guidance_fixture.hpp"
#include "strokes/hand_fixture.hpp"

using namespace percuta;
using punctures::Puncture;
using punctures::Punctures;

namespace {

const Member k_member{7, 0, 32};
const skin::Skin k_skin = tests::flat_skin({{0, 0}, {100e-3, 0}, {100e-3, 100e-3}, {0, 100e-3}});

device::Device pen() {
  device::Device device = tests::stamp("grid", 12);
  device.kind = "pen";
  device.head.width = certain(8e-3);
  device.head.frequency = certain(100);
  device.head.stroke = certain(1.5e-3);
  return device;
}

strokes::Stroke glide(double length = 50e-3) {
  strokes::Stroke stroke;
  stroke.start = {20e-3, 50e-3};
  stroke.length = length;
  stroke.speed = 20e-3;
  stroke.force_start = 1;
  stroke.force_end = 3;
  return stroke;
}

Punctures struck(const strokes::Stroke& stroke, const device::Device& device = pen()) {
  return punctures::land_piston({stroke}, device, k_skin, tests::no_guidance(), k_member);
}

Punctures placed(const strokes::Stroke& stroke, const device::Device& device) {
  return punctures::land_placements({stroke}, device, k_skin, tests::no_guidance(), k_member);
}

strokes::Stroke place() {
  strokes::Stroke stroke = glide(0);
  stroke.force_end = stroke.force_start;
  return stroke;
}

}  // namespace

TEST_CASE("[law] a pen's punctures per second are its needles times its frequency, whatever the phase") {
  for (const double phase : {0.0, 0.3, 0.999}) {
    strokes::Stroke stroke = glide(2.5 * 20e-3 - 1e-9);  // just short of 2.5 s
    stroke.phase = phase;
    CHECK(struck(stroke).struck == 250 * 12);
  }
}

TEST_CASE("[law] one straight pass leaves needles x frequency / (speed x width), run-in left out") {
  device::Device wide = pen();
  for (const char* layout : {"grid", "hex", "rows"}) {
    wide.head.layout = layout;
    const Punctures all = struck(glide(), wide);
    double inside = 0;
    for (const Puncture& p : all.all) inside += std::abs(p.x - 45e-3) < 15e-3 ? 1 : 0;
    CHECK(inside / (30e-3 * 8e-3) == doctest::Approx(12 * 100 / (20e-3 * 8e-3)).epsilon(0.01));
  }
}

TEST_CASE("[unit] the piston strikes first at its phase and then once a period, while the hand glides on") {
  strokes::Stroke stroke = glide();
  stroke.phase = 0.25;
  device::Device single = pen();
  single.head.needles = 1;
  const Punctures all = struck(stroke, single);
  REQUIRE(all.all.size() > 2);
  CHECK(all.all[0].x == doctest::Approx(20e-3 + 0.25 * 20e-3 / 100));
  CHECK(all.all[1].x - all.all[0].x == doctest::Approx(20e-3 / 100));
  CHECK(all.all[0].force == doctest::Approx(1 + 2 * 0.05e-3 / 50e-3));
}

TEST_CASE("[law] a pen strikes square on with its whole needle, at the piston's highest speed") {
  for (const Puncture& p : struck(glide()).all) {
    CHECK(p.tilt == 0);
    CHECK(p.length == 1e-3);
    CHECK(p.speed == doctest::Approx(std::numbers::pi * 100 * 1.5e-3));
  }
  device::Device slow = pen();
  slow.head.frequency = certain(50);
  CHECK(struck(glide(), slow).all[0].speed == doctest::Approx(std::numbers::pi * 50 * 1.5e-3));
}

TEST_CASE("[law] each key of the pen and the glide moves the print as it should") {
  const auto n = static_cast<double>(struck(glide()).struck);
  strokes::Stroke fast = glide();
  fast.speed = 40e-3;
  CHECK(static_cast<double>(struck(fast).struck) == doctest::Approx(n / 2).epsilon(0.01));
  device::Device quick = pen();
  quick.head.frequency = certain(200);
  CHECK(static_cast<double>(struck(glide(), quick).struck) == doctest::Approx(2 * n).epsilon(0.01));
  const auto widest = [](const device::Device& device) {
    double most = 0;
    for (const Puncture& p : struck(glide(), device).all) most = std::max(most, p.y - 50e-3);
    return most;
  };
  device::Device wide = pen();
  wide.head.width = certain(16e-3);
  CHECK(widest(wide) == doctest::Approx(2 * widest(pen())));
}

TEST_CASE("[law] the head turns with a bent path") {
  strokes::Stroke bowed = glide();
  bowed.bow = 20e-3;
  std::set<long> rows;
  for (const Puncture& p : struck(bowed).all) rows.insert(std::lround(p.y / 1e-6));
  CHECK(rows.size() > 500);
}

TEST_CASE("[unit] a pen without piston or glide is refused") {
  device::Device still = pen();
  still.head.frequency = certain(0);
  CHECK_THROWS_AS(struck(glide(), still), InputError);
  strokes::Stroke resting = glide();
  resting.speed = 0;
  CHECK_THROWS_AS(struck(resting), InputError);
}

TEST_CASE("[law] one placement lands every needle once, turned with the head") {
  const device::Device stamp = tests::stamp("grid", 36);
  strokes::Stroke stroke = place();
  stroke.heading = 0.3;
  const Punctures all = placed(stroke, stamp);
  const std::vector<numerics::Point> meant = device::layout(stamp);
  REQUIRE(all.all.size() == 36);
  CHECK(all.holes == 36);
  for (std::size_t i = 0; i < 36; ++i) {
    CHECK(all.all[i].x == doctest::Approx(20e-3 + meant[i].x * std::cos(0.3) - meant[i].y * std::sin(0.3)));
    CHECK(all.all[i].y == doctest::Approx(50e-3 + meant[i].x * std::sin(0.3) + meant[i].y * std::cos(0.3)));
    CHECK(all.all[i].force == 1);
    CHECK(all.all[i].speed == doctest::Approx(20e-3));
  }
}

TEST_CASE("[law] needles go in as far as they are set, never beyond their length, and aslant as they are held") {
  strokes::Stroke stroke = place();
  stroke.depth = 0.4e-3;
  stroke.tilt = 0.5;
  const Punctures set = placed(stroke, tests::stamp("grid", 4));
  CHECK(set.all[0].length == doctest::Approx(0.4e-3));
  CHECK(set.all[0].tilt == doctest::Approx(0.5));
  stroke.depth = 9e-3;
  CHECK(placed(stroke, tests::stamp("grid", 4)).all[0].length == 1e-3);
}

TEST_CASE("[unit] an injection is one needle") {
  const Punctures all = placed(place(), tests::injector());
  REQUIRE(all.all.size() == 1);
  CHECK(all.all[0].x == doctest::Approx(20e-3));
}

TEST_CASE("[law] missing needles do not strike") {
  device::Device worn = pen();
  worn.head.needles = 400;
  worn.wear.missing_share = certain(0.25);
  const auto n = static_cast<double>(struck(glide(), worn).struck);
  worn.wear.missing_share = certain(0);
  CHECK(n == doctest::Approx(0.75 * static_cast<double>(struck(glide(), worn).struck)).epsilon(0.1));
}

TEST_CASE("[law] a piston strikes on while the hand stands at the ends of a glide, in one place") {
  strokes::Stroke stroke = glide();
  const auto moving = static_cast<double>(struck(stroke).all.size());
  stroke.dwell = 0.5;
  const Punctures all = struck(stroke);
  CHECK(static_cast<double>(all.all.size()) == doctest::Approx(moving + 2 * 0.5 * 100 * 12).epsilon(0.01));
  const auto at_start = std::count_if(all.all.begin(), all.all.end(), [&](const Puncture& p) {
    return std::abs(p.x - all.all[static_cast<std::size_t>(p.needle)].x) < 1e-9;
  });
  CHECK(at_start >= 50 * 12);
}
