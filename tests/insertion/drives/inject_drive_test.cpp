#include <doctest/doctest.h>

#include <cmath>

#include "insertion/strikes_fixture.hpp"

using namespace percuta;

TEST_CASE("[unit] an injection goes as far as it is set to, whatever the hand's force") {
  device::Device injector = tests::stamp("grid", 1);
  injector.kind = "injector";
  tests::Driven driven(injector, 0.01);
  driven.punctures.all[1].length = 0.3e-3;
  const std::vector<double> protrusion = driven.protrusions();
  CHECK(protrusion[0] == doctest::Approx(1e-3));
  CHECK(protrusion[1] == doctest::Approx(0.3e-3));
  CHECK(std::isnan(driven.force_for(0.3e-3)));
}
