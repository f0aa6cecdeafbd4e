#include "percuta/course/stages.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace percuta;

TEST_CASE("[unit] rooms stand in the order of the flow and know whether they are built") {
  CHECK(course::stages().front().name == "skin");
  CHECK(course::is_built("insertion"));
  CHECK_FALSE(course::is_built("healing"));
  CHECK_THROWS_AS(course::is_built("kitchen"), std::out_of_range);
}

TEST_CASE("[unit] a room that is not built is named with what will be missing") {
  CHECK(course::missing_sentence("heat").find("radio frequency") != std::string::npos);
}
