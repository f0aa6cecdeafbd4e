#include "percuta/insertion/loading_rate.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "insertion/insertion_fixture.hpp"

using namespace percuta;
using namespace percuta::insertion;

TEST_CASE("[law] moduli are as given after a second, and each decade of time changes them alike") {
  const skin::Mechanics mechanics = tests::mechanics();  // exponent 0.15
  CHECK(stiffening(mechanics, 1) == doctest::Approx(1));
  const double decade = stiffening(mechanics, 0.1);
  CHECK(decade == doctest::Approx(std::pow(10, 0.15)));
  CHECK(stiffening(mechanics, 1e-4) == doctest::Approx(std::pow(decade, 4)));
  CHECK(stiffening(mechanics, 10) == doctest::Approx(1 / decade));
}

TEST_CASE("[law] beyond the ends of the law nothing stiffens or relaxes any more") {
  skin::Mechanics mechanics = tests::mechanics();
  CHECK(stiffening(mechanics, 0) == stiffening(mechanics, 10e-6));
  CHECK(stiffening(mechanics, k_everywhere) == stiffening(mechanics, 100));
  const double at_once = stiffening(mechanics, 0), at_last = stiffening(mechanics, k_everywhere);
  mechanics.relaxation_from = certain(3e-6);
  mechanics.relaxation_until = certain(300);
  CHECK(stiffening(mechanics, 0) > at_once);
  CHECK(stiffening(mechanics, k_everywhere) < at_last);
}

TEST_CASE("[law] skin with a larger exponent is stiffer when it is loaded fast") {
  skin::Mechanics mechanics = tests::mechanics();
  const double usual = stiffening(mechanics, 1e-3);
  mechanics.relaxation_exponent = certain(0.3);
  CHECK(stiffening(mechanics, 1e-3) > usual);
  mechanics.relaxation_exponent = certain(0);
  CHECK(stiffening(mechanics, 1e-3) == 1);
}

TEST_CASE("[unit] the time to load is the way over the speed") {
  CHECK(loading_time(1e-3, 0.5) == doctest::Approx(2e-3));
  CHECK(std::isinf(loading_time(1e-3, 0)));
}

TEST_CASE("[law] the ground yields as deep as a shear wave comes in the time") {
  const skin::Skin skin = tests::even_skin();
  CHECK(std::isinf(ground_of(skin, k_everywhere).yielding_depth));
  const double wave = std::sqrt(1.5e6 * std::pow(1e-3, -0.15) / (3 * 1100));
  CHECK(ground_of(skin, 1e-3).yielding_depth == doctest::Approx(1e-3 * wave));
  skin::Skin heavy = skin;
  heavy.mechanics.density = certain(4400);
  CHECK(ground_of(heavy, 1e-5).yielding_depth == doctest::Approx(0.5 * ground_of(skin, 1e-5).yielding_depth));
}

TEST_CASE("[law] what lies softest pushes back least when it is moved: density times its shear wave's speed") {
  skin::Skin skin = tests::skin_of();  // fat 50 kPa
  const Ground ground = ground_of(skin, 1);
  CHECK(impedance_of(ground, 1100) == doctest::Approx(1100 * std::sqrt(50e3 / (3 * 1100))));
  CHECK(impedance_of(ground, 4400) == doctest::Approx(2 * impedance_of(ground, 1100)));
  skin.layers[4].modulus = 5e3;
  CHECK(impedance_of(ground_of(skin, 1), 1100) < impedance_of(ground, 1100));
}

TEST_CASE("[unit] the ground has the skin's layers, what lies beneath, and its tension") {
  skin::Skin skin = tests::skin_of();
  skin.mechanics.tension = certain(7);
  const Ground ground = ground_of(skin, 1);
  REQUIRE(ground.media.size() == skin.layers.size() + 1);
  CHECK(ground.media[4].modulus == doctest::Approx(50e3));
  CHECK(ground.media[4].thickness == doctest::Approx(5e-3));
  CHECK(ground.media.back().modulus == doctest::Approx(10e9));
  CHECK(ground.tension == 7);
}
