#include <doctest/doctest.h>

#include "healing/rates_fixture.hpp"

using namespace percuta;

TEST_CASE("[unit] the infected wound is the published one, but for what a session brings in") {
  const healing::Infection infection = tests::healing_rates().infection;
  CHECK(infection.growth * tests::k_day == doctest::Approx(14.4));
  CHECK(infection.neutrophils_eaten * tests::k_day == doctest::Approx(6.42));
  CHECK(infection.growth.is_certain());
  CHECK_FALSE(infection.inoculum.is_certain());
}
