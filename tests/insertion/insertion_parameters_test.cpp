#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "percuta/insertion/insertion.hpp"
#include "skin/declared.hpp"

using namespace percuta;

TEST_CASE("[law] the insertion's declarations are complete and sound") {
  tests::check_declaration<insertion::Contact>();
}

TEST_CASE("[unit] the contact that Percuta ships reads, and more dimple than there was is refused") {
  CHECK(tests::shipped<insertion::Contact>("insertion.toml").dimple_retained.low >= 0.01);
  const Node table = parse_document("dimple_retained = 1.2", "c.toml");
  CHECK_THROWS_AS(read_struct<insertion::Contact>(table, nullptr, Units()), InputError);
}
