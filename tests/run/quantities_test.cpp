#include "percuta/run/quantities.hpp"

#include <doctest/doctest.h>

#include <set>

#include "percuta/base/units.hpp"

using namespace percuta;

TEST_CASE("[unit] each quantity has one name, a real unit and a meaning") {
  const Units units;
  std::set<std::string> names;
  for (const run::QuantityRow& row : run::quantities()) {
    INFO(row.name);
    CHECK(names.insert(row.room + "." + row.name).second);
    CHECK(units.is_unit(row.unit));
    CHECK_FALSE(row.meaning.empty());
  }
}

TEST_CASE("[unit] the contracted names are there") {
  std::set<std::string> names;
  for (const run::QuantityRow& row : run::quantities()) names.insert(row.room + "." + row.name);
  for (const char* name :
       {"coverage.density", "coverage.distinct_density", "coverage.nearest_neighbour", "coverage.dispersion_2mm",
        "coverage.evenness", "insertion.depth_in_place", "insertion.force_per_needle", "insertion.reach_epidermis",
        "insertion.reach_dermis", "insertion.reach_fat"}) {
    CHECK(names.count(name) == 1);
  }
}
