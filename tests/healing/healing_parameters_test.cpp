#include <doctest/doctest.h>

#include "healing/rates_fixture.hpp"

using namespace percuta;

TEST_CASE("[unit] the rates are read in SI, with their intervals") {
  const healing::Rates rates = tests::healing_rates();
  CHECK(rates.signal_reach == doctest::Approx(0.18e-3));
  CHECK(rates.neutrophil_rate.low == doctest::Approx(0.8 / tests::k_day));
  CHECK(rates.roller.sessions == 5);
  CHECK(rates.pen.density == doctest::Approx(10e6));
}

TEST_CASE("[law] a healthy draw never feeds its myofibroblasts for ever") {
  for (std::uint32_t member = 1; member <= 200; ++member) {
    const healing::Rates rates = tests::drawn_rates(member, 200);
    CHECK(rates.fold_share <= 0.9);
    CHECK(rates.fold_share_keloid >= 1);
  }
}
