#include <doctest/doctest.h>

#include <cmath>

#include "endpoints/treated_fixture.hpp"

using namespace percuta;
using endpoints::Maps;
using tests::k_day;
using tests::scaled;
using tests::treatment;
using tests::untouched;

using endpoints::AgeSpotMap;

TEST_CASE("[unit] under a steady response a spot fades to its balance, on any grid") {
  for (const double step : {1.0, 30.0}) {
    auto steady = untouched();
    steady.state.course = {};
    for (double t = 0; t <= 3600; t += step) {
      healing::Moment moment;
      moment.response = 0.8;
      steady.state.course.times.push_back(t * k_day);
      steady.state.course.papillary.push_back(moment);
      steady.state.course.dermis.push_back(moment);
    }
    const double shed = 0.3 * 0.5 * 0.8 / 28, back = 1.0 / 90;
    CHECK(steady.number("age_spot") == doctest::Approx(back / (back + shed)));
    CHECK(steady.curve("age_spot_course")[1] ==
          doctest::Approx(1 - shed / (back + shed) * (1 - std::exp(-(back + shed) * step))));
  }
}

TEST_CASE("[law] a spot stays between 0 and 1, fades more with shedding, and comes back") {
  const auto some = treatment();
  for (const double left : some.curve("age_spot_course")) {
    CHECK(left > 0);
    CHECK(left <= 1);
  }
  const double least = some.number("age_spot_least");
  CHECK(least < some.number("age_spot"));
  CHECK(scaled("age_spot_least", &Maps::age_spot, &AgeSpotMap::shedding, 2) < least);
  CHECK(scaled("age_spot", &Maps::age_spot, &AgeSpotMap::return_time, 2) < some.number("age_spot"));
  for (const double left : untouched().curve("age_spot_course")) CHECK(left == 1);
}
