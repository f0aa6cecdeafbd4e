#include "percuta/healing/fold.hpp"

#include <doctest/doctest.h>

#include "healing/rates_fixture.hpp"

using namespace percuta;
using namespace percuta::healing;

namespace {

/// Myofibroblasts after years, when all began with many and nothing else is stirred.
double left_after_years(Law law, double share) {
  law.sY = least_self_feeding(law) * share;
  Walk walk;
  walk.sessions = {0};
  walk.blows = {{Blow{1e4, 1e3, Hole::Kind::pierced}}};
  walk.times = {4000 * tests::k_day};
  return healing::walk(law, walk).tissue.back()[0].myofibroblasts;
}

}  // namespace

TEST_CASE("[law] a hair below the fold myofibroblasts die out, above it they stay") {
  Law law = tests::healthy_law(tests::healing_rates());
  CHECK(left_after_years(law, 0.98) < 1e-3);
  CHECK(left_after_years(law, 1.02) > 0.1);
}

TEST_CASE("[law] the more they lose, the more growth factor they need to feed themselves") {
  Law law = tests::healthy_law(tests::healing_rates());
  const double usual = least_self_feeding(law);
  law.muY *= 1.5;
  CHECK(least_self_feeding(law) > usual);
  law.muY /= 1.5;
  law.kY *= 1.5;
  CHECK(least_self_feeding(law) < usual);
}
