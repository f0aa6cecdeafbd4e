#include "percuta/course/stages.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace percuta;

TEST_CASE("[unit] rooms stand in the order of the flow and know whether they are built") {
  CHECK(course::stages().front().name == "skin");
  CHECK(course::is_built("insertion"));
  CHECK(course::is_built("healing"));
  CHECK(course::is_built("transport"));
  CHECK_FALSE(course::is_built("heat"));
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

TEST_CASE("[unit] what a product is made of acts on what gets in alone, whichever active is asked for") {
  const Asked uptake({"transport.retinol.uptake"}), redness({"endpoints.downtime"});
  for (const char* key : {"transport.channel.product_share", "active.retinol.log_kow", "product.vehicle.ph",
                          "product.active[0].strength", "closure.elastic_share", "contact.recoil"}) {
    CAPTURE(key);
    CHECK(course::can_act(key, uptake));
  }
  CHECK_FALSE(course::can_act("active.retinol.log_kow", Asked({"closure.pore_time"})));
  CHECK_FALSE(course::can_act("product.amount", Asked({"insertion.reach_dermis"})));
  CHECK(course::can_act("product.cover", Asked({"closure.pore_time"})));
  CHECK_FALSE(course::can_act("endpoints.redness.gain", uptake));
  CHECK(course::can_act("healing.fold_share", redness));
}
