#include "percuta/base/asked.hpp"

#include <doctest/doctest.h>

using percuta::Asked;

TEST_CASE("[unit] who names no result wants all of them") {
  CHECK(Asked().is_all());
  CHECK(Asked().keys().empty());
  CHECK(Asked().wants("coverage.evenness"));
  CHECK(Asked().wants_any({"insertion.depth"}));
  CHECK(Asked().wants_room("closure"));
}

TEST_CASE("[unit] who names some wants those, and their rooms") {
  const Asked asked({"coverage.evenness", "closure.pore_time"});
  CHECK_FALSE(asked.is_all());
  CHECK(asked.keys().size() == 2);
  CHECK(asked.wants("coverage.evenness"));
  CHECK_FALSE(asked.wants("coverage.evenness_1mm"));
  CHECK(asked.wants_any({"coverage.density", "closure.pore_time"}));
  CHECK_FALSE(asked.wants_any({"coverage.density", "coverage.largest_gap"}));
  CHECK(asked.wants_room("closure"));
  CHECK_FALSE(asked.wants_room("insertion"));
  CHECK_FALSE(asked.wants_room("cover"));
  CHECK(asked.is_within({"closure.pore_time", "coverage.evenness", "coverage.density"}));
  CHECK_FALSE(asked.is_within({"coverage.evenness"}));
}
