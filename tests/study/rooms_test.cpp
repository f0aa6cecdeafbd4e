#include "percuta/study/rooms.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace percuta;

TEST_CASE("[unit] rooms stand in the order of the flow and know whether they are built") {
  CHECK(study::rooms().front().name == "skin");
  CHECK(study::is_built("insertion"));
  CHECK_FALSE(study::is_built("healing"));
  CHECK_THROWS_AS(study::is_built("kitchen"), std::out_of_range);
}

TEST_CASE("[unit] a room that is not built is named with what will be missing") {
  CHECK(study::missing_sentence("heat").find("radio frequency") != std::string::npos);
}
