#include <doctest/doctest.h>

#include "endpoints/treated_fixture.hpp"

using namespace percuta;
using endpoints::Maps;
using tests::k_day;
using tests::untouched;

TEST_CASE("[law] the declaration of the maps is complete and sound") {
  tests::check_declaration<endpoints::Maps>();
}

TEST_CASE("[unit] the shipped maps are read, in SI") {
  const Maps maps = tests::shipped<Maps>("endpoints.toml");
  CHECK(maps.epidermis.renewal_time == doctest::Approx(28 * k_day));
  CHECK(maps.barrier.untouched == doctest::Approx(10e-3 / 3600));
  CHECK(maps.new_scar.width == doctest::Approx(0.5e-3));
  CHECK(maps.observed.wrinkle.low == 0.14);
}
