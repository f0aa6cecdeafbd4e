#include "percuta/punctures/holes.hpp"

#include <doctest/doctest.h>

#include <numbers>

#include "punctures/guidance_fixture.hpp"
#include "strokes/hand_fixture.hpp"

using namespace percuta;
using punctures::Holes;
using punctures::Puncture;
using punctures::Punctures;

namespace {

const skin::Skin k_skin = tests::flat_skin({{0, 0}, {40e-3, 0}, {40e-3, 30e-3}, {0, 30e-3}});  // site: -20..60, -15..45

punctures::Guidance capturing(double distance) {
  punctures::Guidance guidance = tests::no_guidance();
  guidance.capture_distance = certain(distance);
  return guidance;
}

Puncture at(double x, double y) {
  Puncture puncture;
  puncture.x = x;
  puncture.y = y;
  return puncture;
}

}  // namespace

TEST_CASE("[unit] a tip near a hole slips into the nearest, one further off makes its own") {
  Holes holes(k_skin, capturing(0.1e-3), 10);
  holes.strike(at(10e-3, 10e-3));
  holes.strike(at(10.15e-3, 10e-3));
  holes.strike(at(10.09e-3, 10e-3));
  const Punctures result = holes.take();
  CHECK(result.struck == 3);
  CHECK(result.holes == 2);
  CHECK(result.all[2].is_reentry);
  CHECK(result.all[2].hole == 1);
  CHECK(result.all[2].x == 10.15e-3);
}

TEST_CASE(
    "[law] needles that meet the skin at once make their own holes, however close, and are caught the next time") {
  Holes holes(k_skin, capturing(0.1e-3), 10);
  const std::vector<punctures::MadeNeedle> pair = {{0, 0, 0, 0}, {1, 0.05e-3, 0, 0}};
  holes.press({{10e-3, 10e-3}, 0}, pair, {});
  CHECK(holes.count() == 2);
  holes.press({{10e-3, 10e-3}, 0}, pair, {});
  CHECK(holes.count() == 2);
  const Punctures result = holes.take();
  CHECK(result.all[2].hole == 0);
  CHECK(result.all[3].hole == 1);
}

TEST_CASE("[law] the needles of a head turn with its heading and reach as far as meant and made") {
  Holes holes(k_skin, capturing(0), 10);
  Puncture blow;
  blow.length = 1e-3;
  blow.force = 3;
  holes.press({{10e-3, 10e-3}, std::numbers::pi / 2}, {{5, 2e-3, 1e-3, 0.1e-3}, {6, 0, 0, -2e-3}}, blow);
  const Punctures result = holes.take();
  CHECK(result.all[0].x == doctest::Approx(9e-3));
  CHECK(result.all[0].y == doctest::Approx(12e-3));
  CHECK(result.all[0].length == doctest::Approx(1.1e-3));
  CHECK(result.all[0].needle == 5);
  CHECK(result.all[0].force == 3);
  CHECK(result.all[1].length == 0);  // never below nothing
}

TEST_CASE("[law] strikes beyond the site are counted and make no hole; the window is told apart") {
  Holes holes(k_skin, capturing(0.1e-3), 10);
  holes.strike(at(100e-3, 10e-3));
  holes.strike(at(-5e-3, 10e-3));
  holes.strike(at(5e-3, 10e-3));
  const Punctures result = holes.take();
  CHECK(result.struck == 3);
  CHECK(result.outside == 1);
  CHECK(result.holes == 2);
  CHECK_FALSE(result.all[0].in_window);
  CHECK(result.all[1].in_window);
}

TEST_CASE("[unit] a puncture may tell its hole, and stands there") {
  Holes holes(k_skin, capturing(0), 10);
  Puncture first = at(1e-3, 1e-3), second = at(9e-3, 9e-3);
  first.hole = second.hole = 0;
  CHECK(holes.strike_as_told(first));
  CHECK(holes.strike_as_told(second));
  CHECK_FALSE(holes.strike_as_told(at(100e-3, 0)));
  const Punctures result = holes.take();
  CHECK(result.holes == 1);
  CHECK(result.all[1].is_reentry);
  CHECK(result.all[1].x == 1e-3);
  CHECK(result.outside == 1);
}
