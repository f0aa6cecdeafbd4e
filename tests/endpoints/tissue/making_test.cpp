#include <doctest/doctest.h>

#include <algorithm>

#include "endpoints/treated_fixture.hpp"

using namespace percuta;
using tests::treatment;
using tests::untouched;

TEST_CASE("[unit] making is told at its most and at the horizon") {
  const auto some = treatment();
  const auto course = some.curve("making_course");
  CHECK(some.number("making") == *std::max_element(course.begin(), course.end()));
  CHECK(some.number("making") > some.number("making_at_horizon"));
  CHECK(some.number("making_at_horizon") == course.back());
  CHECK(untouched().number("making") == 1);
}
