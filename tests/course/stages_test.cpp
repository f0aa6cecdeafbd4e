#include "percuta/course/stages.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace percuta;

TEST_CASE("[unit] rooms stand in the order of the flow and know whether they are built") {
  CHECK(course::stages().front().name == "skin");
  CHECK(course::is_built("insertion"));
  CHECK(course::is_built("healing"));
  CHECK_FALSE(course::is_built("transport"));
  CHECK_THROWS_AS(course::is_built("kitchen"), std::out_of_range);
}

TEST_CASE("[unit] a room that is not built is named with what will be missing") {
  CHECK(course::missing_sentence("heat").find("radio frequency") != std::string::npos);
}

TEST_CASE("[unit] knowledge acts on what the stage that reads it says, and on what comes after") {
  const Asked coverage({"coverage.evenness"}), closing({"closure.pore_time"});
  CHECK(course::can_act("hand.bow.novice", coverage));
  CHECK(course::can_act("mechanics.tension", coverage));
  CHECK(course::can_act("person.age", coverage));
  CHECK(course::can_act("contact.recoil", coverage));  // how wide the holes are that needles slip into
  CHECK_FALSE(course::can_act("closure.elastic_share", coverage));
  CHECK_FALSE(course::can_act("closure.elastic_share", Asked({"insertion.reach_dermis"})));
  CHECK(course::can_act("contact.recoil", closing));
  CHECK(course::can_act("closure.elastic_share", closing));
  CHECK(course::can_act("closure.elastic_share", Asked()));
  CHECK(course::can_act("contact.recoil", Asked({"insertion.puncture_force"})));
}
