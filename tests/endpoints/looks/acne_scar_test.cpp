#include <doctest/doctest.h>

#include <string>

#include "endpoints/treated_fixture.hpp"
#include "percuta/endpoints/looks/looks.hpp"

using namespace percuta;
using endpoints::Maps;
using tests::scaled;
using tests::treatment;
using tests::untouched;

using endpoints::ScarMap;

TEST_CASE("[unit] the roller's own course lowers the score by what was observed") {
  auto roller = treatment();
  roller.state.course = roller.state.references.roller;
  CHECK(roller.number("acne_scar") == doctest::Approx(1 - 0.45));
}

TEST_CASE("[law] rolling scars answer most, ice-pick scars hardly, mixed ones between") {
  const auto some = treatment();
  CHECK(some.number("acne_scar_rolling") < some.number("acne_scar_boxcar"));
  CHECK(some.number("acne_scar_boxcar") < some.number("acne_scar"));
  CHECK(some.number("acne_scar") < some.number("acne_scar_ice_pick"));
  CHECK(some.number("acne_scar_ice_pick") < 1);
}

TEST_CASE("[law] ties and weights move what they tie, and the mix is one of weights") {
  const ScarMap map = treatment().maps.scar;
  CHECK(endpoints::mixed_tether(map) == doctest::Approx(0.35 * 0.3 + 0.35 * 0.4 + 0.3 * 0.95));
  ScarMap doubled = map;
  doubled.rolling_weight = certain(0.7);
  doubled.boxcar_weight = certain(0.7);
  doubled.ice_pick_weight = certain(0.6);
  CHECK(endpoints::mixed_tether(doubled) == doctest::Approx(endpoints::mixed_tether(map)));
  // A mix with more ties needs a greater size for the same observed fall: free scars then rise more.
  const double free_scar = treatment().number("scar");
  for (Quantity ScarMap::* tie : {&ScarMap::rolling_tether, &ScarMap::boxcar_tether, &ScarMap::ice_pick_weight}) {
    CHECK(scaled("scar", &Maps::scar, tie, 1.3) < free_scar);
  }
  CHECK(scaled("scar", &Maps::scar, &ScarMap::ice_pick_tether, 1.05) < free_scar);
  for (Quantity ScarMap::* weight : {&ScarMap::rolling_weight, &ScarMap::boxcar_weight}) {
    CHECK(scaled("scar", &Maps::scar, weight, 1.3) > free_scar);
  }
}

TEST_CASE("[law] two grades are rarer than one, more with raters, and nobody is better untouched") {
  const auto some = treatment();
  for (const std::string rated : {"", "_rated"}) {
    CHECK(some.number("acne_scar_two_better" + rated) < some.number("acne_scar_better" + rated));
    CHECK(untouched().number("acne_scar_better" + rated) == 0);
    CHECK(scaled("acne_scar_better" + rated, &Maps::grade, &endpoints::GradeMap::acne_scar_first, 1.2) >
          some.number("acne_scar_better" + rated));
  }
  CHECK(some.number("acne_scar_better") < some.number("acne_scar_better_rated"));
  CHECK(untouched().number("acne_scar") == 1);
}
