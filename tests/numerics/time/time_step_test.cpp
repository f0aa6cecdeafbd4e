#include "percuta/numerics/time/time_step.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace percuta::numerics;

TEST_CASE("[unit] a step whose error is tolerated stands, and a longer one is tried only where it pays") {
  const StepSettings settings;
  CHECK(next_step(0.5, 10, 3, settings).is_accepted);
  CHECK(next_step(0.5, 10, 3, settings).length == 10);  // 1.13 times as long would not pay for new pivots
  CHECK(next_step(0.1, 10, 3, settings).length == doctest::Approx(10 * 0.9 * std::cbrt(10)));
  CHECK(next_step(0, 10, 3, settings).length == 30);
}

TEST_CASE("[unit] a step whose error is not tolerated is repeated shorter") {
  const StepSettings settings;
  CHECK(!next_step(8, 10, 3, settings).is_accepted);
  CHECK(next_step(8, 10, 3, settings).length == doctest::Approx(4.5));
  CHECK(next_step(1.0001, 10, 3, settings).length < 9.01);
  CHECK(next_step(1e9, 10, 3, settings).length == doctest::Approx(2));
  CHECK(!next_step(NAN, 10, 3, settings).is_accepted);
}

TEST_CASE("[unit] steps grow no longer than the longest, and a fixed step never changes") {
  StepSettings settings;
  settings.longest = 15;
  CHECK(next_step(0, 10, 3, settings).length == 15);
  settings.is_fixed = true;
  CHECK(next_step(100, 10, 3, settings).is_accepted);
  CHECK(next_step(100, 10, 3, settings).length == 10);
}

TEST_CASE("[unit] a ledger adds up its rows and shows what they leave open") {
  TimeLedger ledger;
  ledger.add("top", 2);
  ledger.add("sink", -0.5);
  ledger.add("top", 1);
  ledger.start = 10;
  ledger.now = 12.5;
  CHECK(ledger.amount("top") == 3);
  CHECK(ledger.amount("bottom") == 0);
  CHECK(ledger.gained() == 2.5);
  CHECK(ledger.mismatch() == 0);
  ledger.now = 13;
  CHECK(ledger.mismatch() == 0.5);
}
