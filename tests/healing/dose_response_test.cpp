#include "percuta/healing/dose_response.hpp"

#include <doctest/doctest.h>

#include "healing/rates_fixture.hpp"

using namespace percuta;
using healing::DoseResponse;

TEST_CASE("[law] the response rises with the dose, from nothing to all, and its inverse gives the dose back") {
  const DoseResponse response(tests::healthy_law(tests::healing_rates()));
  CHECK(response.of(0) == 0);
  double before = 0;
  for (double dose = 1e-5; dose < 1e4; dose *= 1.7) {
    const double now = response.of(dose);
    CHECK(now > before);
    CHECK(now <= 1);
    CHECK(response.alarm_for(now) == doctest::Approx(dose).epsilon(1e-6));
    before = now;
  }
  CHECK(before > 0.95);
  CHECK(response.alarm_for(0) == 0);
}

TEST_CASE("[law] a steeper recruitment answers small doses less") {
  healing::Rates rates = tests::healing_rates();
  const double usual = DoseResponse(tests::healthy_law(rates)).of(0.2);
  rates.steepness = certain(3);
  CHECK(DoseResponse(tests::healthy_law(rates)).of(0.2) < usual);
}
