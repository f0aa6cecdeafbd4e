#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "percuta/insertion/insertion.hpp"
#include "skin/declared.hpp"

using namespace percuta;

TEST_CASE("[law] the insertion's declarations are complete and sound") {
  tests::check_declaration<insertion::Contact>();
}

TEST_CASE("[unit] the contact that Percuta ships reads, each number with an interval") {
  const auto contact = tests::shipped<insertion::Contact>("insertion.toml");
  for (const Quantity* quantity :
       {&contact.dent_spread, &contact.recoil, &contact.open_depth, &contact.open_depth_per_width,
        &contact.capillary_density, &contact.capillary_width, &contact.plexus_share, &contact.plexus_spacing}) {
    CHECK(quantity->low < quantity->value);
    CHECK(quantity->value < quantity->high);
  }
}

TEST_CASE("[unit] a hole wider than its needle, or one that is open to less than nothing, is refused") {
  for (const char* line : {"dent_spread = -1", "recoil = 1.1", "open_depth = \"-1 um\""}) {
    const Node table = parse_document(line, "c.toml");
    CHECK_THROWS_AS(read_struct<insertion::Contact>(table, nullptr, Units()), InputError);
  }
}
