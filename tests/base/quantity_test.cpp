#include "percuta/base/quantity.hpp"

#include <doctest/doctest.h>

using namespace percuta;

TEST_CASE("[unit] kinds have a word each, and back") {
  for (const Kind kind : {Kind::measured, Kind::fitted, Kind::assumed, Kind::chosen})
    CHECK(to_kind(to_word(kind)) == kind);
  CHECK(to_word(Kind::measured) == "measured");
  CHECK_FALSE(to_kind("guessed").has_value());
}

TEST_CASE("[unit] what a user chose is certain") {
  const Quantity quantity = certain(3.5);
  CHECK(quantity == 3.5);
  CHECK(quantity.is_certain());
  CHECK(quantity.kind == Kind::chosen);
  CHECK(quantity.source == "study");
}

TEST_CASE("[unit] a quantity with low below high is uncertain") {
  const Quantity quantity{2, 1, 4, Kind::assumed, "Key", ""};
  CHECK_FALSE(quantity.is_certain());
  CHECK(quantity.least < -1e300);
}
