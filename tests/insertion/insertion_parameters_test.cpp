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
       {&contact.dimple_retained, &contact.cutting_retained, &contact.recoil, &contact.closing_radius,
        &contact.capillary_density, &contact.capillary_width, &contact.plexus_share, &contact.plexus_spacing}) {
    CHECK(quantity->low < quantity->value);
    CHECK(quantity->value < quantity->high);
  }
}

TEST_CASE("[unit] more dimple than there was, or a hole wider than its needle, is refused") {
  for (const char* line : {"dimple_retained = 1.2", "recoil = 1.1", "cutting_retained = 2"}) {
    const Node table = parse_document(line, "c.toml");
    CHECK_THROWS_AS(read_struct<insertion::Contact>(table, nullptr, Units()), InputError);
  }
}
