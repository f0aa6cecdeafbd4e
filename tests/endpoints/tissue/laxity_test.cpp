#include <doctest/doctest.h>

#include "endpoints/treated_fixture.hpp"

using namespace percuta;
using endpoints::Maps;
using tests::k_day;
using tests::scaled;
using tests::treatment;
using tests::untouched;

using endpoints::DermisMap;

TEST_CASE("[unit] new collagen ever made is what is there and what has left") {
  auto some = treatment();
  some.maps.dermis.firmness_exponent = certain(0);
  some.maps.dermis.firmness_new = certain(1);
  const auto course = some.curve("laxity_course");
  const auto& times = some.state.course.times;
  double left = 0;
  for (std::size_t i = 1; i < times.size(); ++i) {
    const double mean = 0.5 * (some.state.course.dermis[i].tissue.three + some.state.course.dermis[i - 1].tissue.three);
    left += 0.0205 / k_day * mean * (times[i] - times[i - 1]);
  }
  CHECK(course.back() - 1 == doctest::Approx(some.state.course.dermis.back().tissue.three + left));
}

TEST_CASE("[law] elasticity rises with each of its numbers, and untouched skin keeps its own") {
  const double usual = treatment().number("laxity");
  CHECK(usual > 1);
  CHECK(scaled("laxity", &Maps::dermis, &DermisMap::firmness_exponent, 2) > usual);
  CHECK(scaled("laxity", &Maps::dermis, &DermisMap::firmness_new, 2) > usual);
  for (const double value : untouched().curve("laxity_course")) CHECK(value == 1);
}
