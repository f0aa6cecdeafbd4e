#include <doctest/doctest.h>

#include "insertion/strikes_fixture.hpp"
#include "percuta/insertion/drives/drum_balance.hpp"

using namespace percuta;
using tests::Driven;

TEST_CASE("[law] a rolled needle stands as far in as it is longer than the drum's standoff") {
  Driven rolled(tests::roller(), 0.4);
  rolled.punctures.all[1].length = 1.6e-3;
  rolled.punctures.all[2].length = 0.01e-3;
  const double standoff = insertion::DrumBalance(rolled.device, rolled.ground, rolled.curve).standoff(0.4);
  const std::vector<double> protrusion = rolled.protrusions();
  CHECK(standoff > 0);
  CHECK(protrusion[0] == doctest::Approx(1.5e-3 - standoff));
  CHECK(protrusion[1] == doctest::Approx(1.6e-3 - standoff));
  CHECK(protrusion[2] == 0);
}

TEST_CASE("[law] the force that a depth takes rolls to that depth") {
  const Driven any(tests::roller(), 1);
  const double force = any.force_for(0.5e-3);
  CHECK(Driven(tests::roller(), force).protrusions()[0] == doctest::Approx(0.5e-3).epsilon(0.02));
}

TEST_CASE("[law] a stronger hand rolls deeper, strike by strike") {
  Driven rolled(tests::roller(), 0.2);
  for (std::size_t i = 0; i < rolled.punctures.all.size(); ++i)
    rolled.punctures.all[i].force = 0.02 * static_cast<double>(i);
  const std::vector<double> protrusion = rolled.protrusions();
  for (std::size_t i = 1; i < protrusion.size(); ++i) CHECK(protrusion[i] >= protrusion[i - 1]);
  CHECK(protrusion.front() == doctest::Approx(0));
}
