#include "percuta/punctures/landings.hpp"

#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "strokes/hand_fixture.hpp"

using namespace percuta;
using punctures::Landing;
using punctures::Landings;

namespace {

Landing at(double x, double y, std::int32_t stroke = 0) {
  Landing landing;
  landing.x = x;
  landing.y = y;
  landing.stroke = stroke;
  return landing;
}

}  // namespace

TEST_CASE("[unit] what a landing tells is kept, what it does not tell stays open") {
  Landing full = at(1e-3, 2e-3, 3);
  full.force = 5;
  full.length = 1.5e-3;
  full.tilt = 0.1;
  full.speed = 0.2;
  full.needle = 7;
  full.hole = 4;
  full.strike = 9;
  const Landings landings(std::vector<Landing>{at(0, 0), full, at(4e-3, 0)});
  REQUIRE(landings.size() == 3);
  CHECK(landings.at(0).force == 0);
  CHECK(landings.at(0).hole == -1);
  const Landing kept = landings.at(1);
  CHECK(kept.x == full.x);
  CHECK(kept.y == full.y);
  CHECK(kept.force == full.force);
  CHECK(kept.length == full.length);
  CHECK(kept.tilt == full.tilt);
  CHECK(kept.speed == full.speed);
  CHECK(kept.stroke == full.stroke);
  CHECK(kept.needle == full.needle);
  CHECK(kept.hole == full.hole);
  CHECK(kept.strike == full.strike);
  CHECK(landings.at(2).x == 4e-3);
  CHECK(landings.at(2).strike == -1);
  CHECK_THROWS_AS(landings.name_holes(), InputError);
}

TEST_CASE("[unit] copies stand on their own") {
  Landings one(std::vector<Landing>{at(1, 1)});
  Landings other = one;
  other.add(at(2, 2));
  CHECK(one.size() == 1);
  CHECK(other.size() == 2);
  CHECK(Landings().empty());
}

TEST_CASE("[law] the order is by time where it is told, else by stroke and place, however they were added") {
  Landings landings(std::vector<Landing>{at(3, 1, 1), at(2, 5), at(2, 1), at(1, 9, 1)});
  landings.put_in_order();
  CHECK(landings.at(0).y == 1);
  CHECK(landings.at(1).y == 5);
  CHECK(landings.at(2).x == 1);
  CHECK(landings.at(3).x == 3);
  Landing late = at(0, 0), early = at(9, 9, 5);
  late.strike = 1;
  early.strike = 0;
  Landings timed(std::vector<Landing>{late, early});
  timed.put_in_order();
  CHECK(timed.at(0).x == 9);
}

TEST_CASE("[unit] a map tells how many of its rows lie off the site and off its window, and what box it spans") {
  skin::Skin skin = tests::flat_skin({{10e-3, 10e-3}, {20e-3, 10e-3}, {20e-3, 20e-3}, {10e-3, 20e-3}});
  skin.outline = {{0, 0}, {40e-3, 0}, {40e-3, 30e-3}, {0, 30e-3}};
  const auto lie = punctures::lie_of(
      std::vector<Landing>{at(15e-3, 15e-3), at(30e-3, 15e-3), at(31e-3, 15e-3), at(300e-3, 310e-3)}, skin);
  CHECK(lie.rows == 4);
  CHECK(lie.off_site == 1);
  CHECK(lie.off_window == 2);
  CHECK(lie.box.low.x == 15e-3);
  CHECK(lie.box.high.y == 310e-3);
}
