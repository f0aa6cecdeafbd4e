#include "percuta/base/text/json_text.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace percuta;

TEST_CASE("[unit] a number is written with six digits, what is none as null") {
  CHECK(json_number_text(0.12345678) == "0.123457");
  CHECK(json_number_text(2) == "2");
  CHECK(json_number_text(std::numeric_limits<double>::quiet_NaN()) == "null");
  CHECK(json_number_text(-std::numeric_limits<double>::infinity()) == "null");
}

TEST_CASE("[law] no text of a user's can end the script element that its JSON stands in") {
  CHECK(script_safe("{\"a\": \"</script>\"}") == "{\"a\": \"\\u003c/script>\"}");
}
