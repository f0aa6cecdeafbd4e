#include <doctest/doctest.h>

#include <cmath>

#include "device/roller_fixture.hpp"
#include "percuta/strokes/strokes.hpp"
#include "strokes/hand_fixture.hpp"

using namespace percuta;
using strokes::Stroke;

namespace {

/// What a roller's session over 40 x 30 mm takes a hand [s].
double time_of(const strokes::Hand& hand, const strokes::Technique& technique = tests::technique()) {
  const skin::Skin skin = tests::flat_skin({{0, 0}, {40e-3, 0}, {40e-3, 30e-3}, {0, 30e-3}});
  return strokes::session_time(
      strokes::trace(technique, hand, tests::patterns(), tests::roller(), skin, {7, 0, 32}, 1));
}

}  // namespace

TEST_CASE("[law] a session lasts as long as its strokes, what stands still at their ends, and all between them") {
  Stroke rolled;
  rolled.length = 0.1;
  rolled.speed = 0.05;
  rolled.dwell = 0.25;
  CHECK(strokes::duration(rolled) == doctest::Approx(2.5));
  Stroke pressed;
  pressed.dwell = 3;
  pressed.before = 7;
  CHECK(strokes::duration(pressed) == 3);
  CHECK(strokes::session_time({rolled, pressed}) == doctest::Approx(12.5));
}

TEST_CASE("[unit] without strokes there is no time, and the result says what it needs") {
  CHECK(std::isnan(strokes::session_time({})));
  const auto results = strokes::results();
  REQUIRE(results.size() == 1);
  CHECK(results[0].column.key() == "coverage.session_time");
  CHECK(results[0].column.unit == "min");
  CHECK_FALSE(results[0].column.needs.empty());
  std::vector<double> row;
  Stroke pressed;
  pressed.dwell = 60;
  results[0].append({pressed}, row);
  CHECK(row == std::vector<double>{60});
}

TEST_CASE("[law] lifts, changes, dwelling and slower or more strokes each make the session longer") {
  const double quick = time_of(tests::perfect_hand());
  CHECK(quick == doctest::Approx((4 * 40e-3 + 4 * 30e-3) / 0.05));
  strokes::Hand hand = tests::perfect_hand();
  hand.lift.novice = certain(1);
  CHECK(time_of(hand) == doctest::Approx(quick + 6));  // eight strokes, one change among the seven gaps
  hand.change.novice = certain(10);
  CHECK(time_of(hand) == doctest::Approx(quick + 16));
  hand = tests::perfect_hand();
  hand.dwell.novice = certain(1);
  CHECK(time_of(hand) > quick + 1);
  strokes::Technique technique = tests::technique();
  technique.speed = certain(0.025);
  CHECK(time_of(tests::perfect_hand(), technique) == doctest::Approx(2 * quick));
  technique.passes = 4;
  CHECK(time_of(tests::perfect_hand(), technique) == doctest::Approx(4 * quick));
}
