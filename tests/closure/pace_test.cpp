#include "percuta/closure/pace.hpp"

#include <doctest/doctest.h>

using namespace percuta;
using closure::Pace;

TEST_CASE("[unit] progress runs at the covered rate from cover on to cover off") {
  const Pace pace{2, 1, {10, 30, 0}};
  CHECK(pace.done(0) == 0);
  CHECK(pace.done(10) == 20);
  CHECK(pace.done(30) == 40);
  CHECK(pace.done(35) == 50);
}

TEST_CASE("[unit] without a cover there is one rate") {
  const Pace pace{2, 1, {}};
  CHECK(pace.done(7) == 14);
  CHECK(pace.time_of(14) == 7);
}

TEST_CASE("[unit] a cover that comes off before it goes on is none, and nothing is done before the session") {
  const Pace pace{2, 1, {20, 10, 0}};
  CHECK(pace.done(30) == 60);
  CHECK(pace.done(-5) == 0);
  CHECK(Pace{2, 1, {-10, 10, 0}}.done(10) == 10);
}

TEST_CASE("[law] the time of a progress is the inverse of the progress by a time") {
  const Pace pace{0.7, 0.1, {3, 12, 0}};
  for (int i = 0; i <= 40; ++i) {
    const double t = 0.5 * i;
    CHECK(pace.time_of(pace.done(t)) == doctest::Approx(t));
  }
}
