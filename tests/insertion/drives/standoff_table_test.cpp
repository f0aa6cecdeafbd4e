#include "percuta/insertion/drives/standoff_table.hpp"

#include <doctest/doctest.h>

using percuta::insertion::StandoffTable;

TEST_CASE("[unit] the body stands where the needles carry the force, straight between the entries") {
  const StandoffTable table(1e-3, {4, 2, 0});
  CHECK(table.standoff(0) == doctest::Approx(2e-3));
  CHECK(table.standoff(1) == doctest::Approx(1.5e-3));
  CHECK(table.standoff(3) == doctest::Approx(0.5e-3));
  CHECK(table.standoff(4) == 0);
  CHECK(table.standoff(100) == 0);
  CHECK(table.full_force() == 4);
  CHECK(table.force_at(0.5e-3) == doctest::Approx(3));
  CHECK(table.force_at(5e-3) == 0);
}

TEST_CASE("[law] a body that its needles let down does not rise again") {
  const StandoffTable table(1e-3, {3, 1, 2, 0});  // the needles pierce between 2 mm and 1 mm
  CHECK(table.standoff(1) == doctest::Approx(2.5e-3));
  CHECK(table.standoff(1.99) > 2e-3);
  CHECK(table.standoff(2.01) < 1e-3);
}
