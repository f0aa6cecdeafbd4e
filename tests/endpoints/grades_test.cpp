#include <doctest/doctest.h>

#include "endpoints/treated_fixture.hpp"
#include "percuta/endpoints/grades.hpp"

using namespace percuta;
using tests::treatment;
using tests::untouched;

using endpoints::share_better;

TEST_CASE("[unit] the normal distribution's shares") {
  CHECK(endpoints::normal_share(0) == 0.5);
  CHECK(endpoints::normal_share(1) == doctest::Approx(0.841344746));
  CHECK(endpoints::normal_share(-1) == doctest::Approx(0.158655254));
}

TEST_CASE("[unit] the trial whose grades were read comes back: half better when the mean change was 0.86 grades") {
  const auto map = treatment().maps.grade;
  CHECK(share_better(0.86 / 3.3, 3.3, 1, map) == doctest::Approx(0.5));
}

TEST_CASE("[law] shares of people lie between 0 and 1, rise with the improvement, and no change makes nobody better") {
  const auto map = treatment().maps.grade;
  CHECK(share_better(0, 3, 1, map) == 0);
  CHECK(share_better(-0.2, 3, 1, map) == 0);
  double before = 0;
  for (const double improvement : {0.1, 0.3, 0.6, 1.0}) {
    const double one = share_better(improvement, 3, 1, map);
    CHECK(one > before);
    CHECK(one < 1);
    CHECK(share_better(improvement, 3, 2, map) < one);
    before = one;
  }
}

TEST_CASE("[law] each number of the grades moves the share the expected way") {
  auto map = treatment().maps.grade;
  const double few = share_better(0.15, 3, 1, map);
  map.people_spread = certain(1.2);
  CHECK(share_better(0.15, 3, 1, map) > few);
  map = treatment().maps.grade;
  map.one_grade = certain(0.5);
  CHECK(share_better(0.15, 3, 1, map) > few);
}

TEST_CASE("[law] what raters tell is never below nothing") {
  const auto some = treatment();
  CHECK(endpoints::rated(0.5, some.treated(), some.maps.grade) == doctest::Approx(0.45));
  CHECK(endpoints::rated(0.01, some.treated(), some.maps.grade) == 0);
  CHECK(endpoints::rated(1, untouched().treated(), some.maps.grade) == 1);
}
