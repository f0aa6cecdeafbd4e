#include <doctest/doctest.h>

#include "healing/rates_fixture.hpp"

using namespace percuta;
using namespace percuta::healing;

TEST_CASE("[law] shared references are those that are worked out, and differ with what they rest on") {
  SharedReferences shared;
  const Rates rates = tests::healing_rates();
  const skin::Skin skin = tests::skin_of();
  const Member member{3, 0, 8};
  const References alone = reference_courses(skin, rates, member, true);
  CHECK(shared.of(skin, rates, member, true).making_rate == alone.making_rate);
  CHECK(shared.of(skin, rates, member, true).roller.times == alone.roller.times);
  CHECK(shared.of(skin, rates, {4, 0, 8}, true).making_rate != alone.making_rate);
  Rates others = rates;
  others.steepness = certain(1.5);
  CHECK(shared.of(skin, others, member, true).making_rate != alone.making_rate);
}
