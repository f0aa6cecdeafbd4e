#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "endpoints/treated_fixture.hpp"

using namespace percuta;
using tests::k_day;
using tests::treatment;
using tests::turned;
using tests::untouched;

TEST_CASE("[law] downtime is the longest of redness, dots and crust") {
  for (const double strength : {0.0, 0.3, 3.0}) {
    const auto some = treatment(strength);
    CHECK(some.number("downtime") ==
          std::max({some.number("redness"), some.number("red_dots_time"), some.number("crust")}));
  }
  CHECK(untouched().number("downtime") == 0);
}

TEST_CASE("[unit] where one of them is still seen at the horizon, downtime has no number") {
  CHECK(std::isnan(turned(
      "downtime", [](auto& some) { some.state.course = tests::course_of(some.state.sessions, 61 * k_day, 1); })));
}
