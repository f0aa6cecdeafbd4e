#include "percuta/insertion/needle/puncture_force.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "skin/declared.hpp"
#include "skin/skin_fixture.hpp"

using namespace percuta;
using insertion::puncture_force;

TEST_CASE("[law] the shipped values run through the measured line, 20 mN at 5 um to 167 mN at 37 um") {
  const auto mechanics = tests::shipped<skin::Mechanics>("skin/mechanics.toml");
  CHECK(puncture_force(2.5e-6, 1e-3, mechanics) == doctest::Approx(20e-3).epsilon(0.02));
  CHECK(puncture_force(18.5e-6, 1e-3, mechanics) == doctest::Approx(167e-3).epsilon(0.02));
  const double middle = puncture_force(10.5e-6, 1e-3, mechanics);  // 21 um, halfway: a line within 5 %
  CHECK(middle == doctest::Approx(93.5e-3).epsilon(0.05));
}

TEST_CASE("[law] a tougher or stronger skin, and a blunter tip, need more force") {
  const skin::Mechanics usual = tests::mechanics();
  skin::Mechanics tough = usual;
  tough.cutting_energy = certain(2800);
  skin::Mechanics strong = usual;
  strong.strength = certain(40e6);
  CHECK(puncture_force(5e-6, 1e-3, tough) > puncture_force(5e-6, 1e-3, usual));
  CHECK(puncture_force(5e-6, 1e-3, strong) > puncture_force(5e-6, 1e-3, usual));
  CHECK(puncture_force(6e-6, 1e-3, usual) > puncture_force(5e-6, 1e-3, usual));
}

TEST_CASE("[law] a sharp tip cuts its rim, a blunt one crushes its area") {
  const skin::Mechanics mechanics = tests::mechanics();
  CHECK(puncture_force(2e-6, 1e-3, mechanics) ==
        doctest::Approx(2 * puncture_force(1e-6, 1e-3, mechanics)).epsilon(0.02));
  CHECK(puncture_force(2e-3, 1e-3, mechanics) ==
        doctest::Approx(4 * puncture_force(1e-3, 1e-3, mechanics)).epsilon(0.1));
}

TEST_CASE(
    "[law] the faster a needle, the less it takes to cut, down to what it crushes; slower than the law it costs no "
    "more") {
  skin::Mechanics mechanics = tests::mechanics();  // exponent 0.3, from 0.1 mm/s to 10 m/s
  CHECK(insertion::cutting_energy(mechanics, 1e-3) == doctest::Approx(1400));
  CHECK(insertion::cutting_energy(mechanics, 1) == doctest::Approx(1400 * std::pow(1000, -0.3)));
  CHECK(puncture_force(5e-6, 3, mechanics) < puncture_force(5e-6, 0.1, mechanics));
  CHECK(insertion::cutting_energy(mechanics, 0) == insertion::cutting_energy(mechanics, 1e-4));
  CHECK(insertion::cutting_energy(mechanics, 1000) == insertion::cutting_energy(mechanics, 10));
  mechanics.cutting_from = certain(1e-5);
  mechanics.cutting_until = certain(30);
  CHECK(insertion::cutting_energy(mechanics, 0) > insertion::cutting_energy(tests::mechanics(), 0));
  CHECK(insertion::cutting_energy(mechanics, 1000) < insertion::cutting_energy(tests::mechanics(), 1000));
  mechanics.cutting_rate_exponent = certain(0);
  CHECK(puncture_force(5e-6, 3, mechanics) == puncture_force(5e-6, 1e-3, mechanics));
}

TEST_CASE("[unit] tips outside the range of the force data are reported, unless no range is known") {
  skin::Mechanics mechanics = tests::mechanics();
  CHECK_FALSE(insertion::is_extrapolated(3e-6, mechanics));
  CHECK_FALSE(insertion::is_extrapolated(18e-6, mechanics));
  CHECK(insertion::is_extrapolated(2e-6, mechanics));
  CHECK(insertion::is_extrapolated(19e-6, mechanics));
  mechanics.tested_tip_min = mechanics.tested_tip_max = certain(0);
  CHECK_FALSE(insertion::is_extrapolated(19e-6, mechanics));
}
