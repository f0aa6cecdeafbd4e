#include "percuta/insertion/backing.hpp"

#include <doctest/doctest.h>

#include <numbers>

using namespace percuta;
using insertion::backing_compliance;

TEST_CASE("[law] a body is squeezed as a block under each needle's share of the footprint") {
  device::Applicator applicator;
  applicator.backing_modulus = certain(2e6);
  applicator.backing_thickness = certain(1e-3);
  const insertion::Bed bed{100, 5e-3};
  const double area = std::numbers::pi * 25e-6 / 100;
  CHECK(backing_compliance(applicator, bed) == doctest::Approx(1e-3 / (2e6 * area)));
  applicator.backing_modulus = certain(4e6);
  CHECK(backing_compliance(applicator, bed) == doctest::Approx(1e-3 / (4e6 * area)));
}

TEST_CASE("[unit] a body without modulus or thickness is rigid") {
  device::Applicator applicator;
  CHECK(backing_compliance(applicator, {100, 5e-3}) == 0);
  applicator.backing_modulus = certain(1e6);
  CHECK(backing_compliance(applicator, {100, 5e-3}) == 0);
}
