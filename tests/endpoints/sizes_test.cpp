#include <doctest/doctest.h>

#include "endpoints/treated_fixture.hpp"

using namespace percuta;
using tests::k_day;
using tests::treatment;

TEST_CASE("[law] the reference courses come to what was observed, whatever was observed") {
  for (const double factor : {0.7, 1.0, 1.2}) {
    auto some = treatment();
    some.maps.observed.epidermis = certain(0.5 * factor);
    some.maps.observed.acne_scar = certain(0.45 * factor);
    some.maps.observed.wrinkle = certain(0.26 * factor);
    some.maps.observed.pigment = certain(0.14 * factor);
    some.state.course = some.state.references.roller;
    CHECK(some.number("epidermis_change") == doctest::Approx(0.5 * factor).epsilon(1e-12));
    CHECK(some.number("acne_scar") == doctest::Approx(1 - 0.45 * factor).epsilon(1e-12));
    CHECK(some.number("pigment") == doctest::Approx(0.14 * factor).epsilon(1e-12));
    some.state.course = some.state.references.pen;
    CHECK(some.number("wrinkle") == doctest::Approx(1 - 0.26 * factor).epsilon(1e-12));
    CHECK(some.measure().sizes.are_met);
  }
}

TEST_CASE("[unit] a member whose reference courses gain nothing is kept and says so") {
  auto none = treatment();
  none.state.references.roller = tests::course_of({0}, 100 * k_day, 0);
  none.state.references.pen = none.state.references.roller;
  const endpoints::Sizes sizes = endpoints::sizes_of(none.state, none.maps);
  CHECK_FALSE(sizes.are_met);
  CHECK(sizes.epidermis == 0);
  CHECK(sizes.wrinkle == 0);
  CHECK(sizes.scar == 0);
  CHECK(none.number("pigment") == 0);
  CHECK(none.number("acne_scar") == 1);
  none.state.references.roller = none.state.references.pen = {};
  CHECK_FALSE(endpoints::sizes_of(none.state, none.maps).are_met);
}

TEST_CASE("[unit] sizes are none below 0: what another effect does alone is not met") {
  auto some = treatment();
  some.maps.observed.epidermis = certain(0.0001);
  const endpoints::Sizes sizes = endpoints::sizes_of(some.state, some.maps);
  CHECK(sizes.epidermis == 0);
  CHECK_FALSE(sizes.are_met);
}
