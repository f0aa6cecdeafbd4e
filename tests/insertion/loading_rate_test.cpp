#include "percuta/insertion/loading_rate.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "insertion/insertion_fixture.hpp"

using namespace percuta;
using namespace percuta::insertion;

TEST_CASE("[law] skin is stiffest at once and relaxes to its slow modulus") {
  const skin::Mechanics mechanics = tests::mechanics();  // 0.3 s, 0.3
  CHECK(stiffening(mechanics, 0) == doctest::Approx(1 / 0.3));
  CHECK(stiffening(mechanics, 1e-6) == doctest::Approx(1 / 0.3).epsilon(1e-4));
  CHECK(stiffening(mechanics, k_everywhere) == doctest::Approx(1));
  CHECK(stiffening(mechanics, 0.3) == doctest::Approx(1 + (1 / 0.3 - 1) * (1 - std::exp(-1.0))));
  CHECK(stiffening(mechanics, 0.1) > stiffening(mechanics, 0.2));
}

TEST_CASE("[law] skin that relaxes later, or further, is stiffer against its slow modulus") {
  skin::Mechanics late = tests::mechanics();
  late.relaxation_time = certain(1);
  CHECK(stiffening(late, 0.3) > stiffening(tests::mechanics(), 0.3));
  skin::Mechanics further = tests::mechanics();
  further.relaxed_share = certain(0.1);
  CHECK(stiffening(further, 0.3) > stiffening(tests::mechanics(), 0.3));
}

TEST_CASE("[unit] the time to load is the way over the speed") {
  CHECK(loading_time(1e-3, 0.5) == doctest::Approx(2e-3));
  CHECK(std::isinf(loading_time(1e-3, 0)));
}

TEST_CASE("[law] the ground yields as deep as a shear wave comes in the time") {
  const skin::Skin skin = tests::even_skin();
  CHECK(std::isinf(ground_of(skin, k_everywhere).yielding_depth));
  const double wave = std::sqrt(1.5e6 / 0.3 / (3 * 1100));  // instantaneous modulus
  CHECK(ground_of(skin, 1e-5).yielding_depth == doctest::Approx(1e-5 * wave).epsilon(1e-3));
  CHECK(ground_of(skin, 1e-3).yielding_depth == doctest::Approx(1e-3 * wave).epsilon(1e-2));
  skin::Skin heavy = skin;
  heavy.mechanics.density = certain(4400);
  CHECK(ground_of(heavy, 1e-5).yielding_depth == doctest::Approx(0.5 * ground_of(skin, 1e-5).yielding_depth));
}

TEST_CASE("[unit] the ground has the skin's layers, what lies beneath, and its tension") {
  skin::Skin skin = tests::skin_of();
  skin.mechanics.tension = certain(7);
  const Ground ground = ground_of(skin, k_everywhere);
  REQUIRE(ground.media.size() == skin.layers.size() + 1);
  CHECK(ground.media[4].modulus == doctest::Approx(50e3));
  CHECK(ground.media[4].thickness == doctest::Approx(5e-3));
  CHECK(ground.media.back().modulus == doctest::Approx(10e9));
  CHECK(ground.tension == 7);
}
