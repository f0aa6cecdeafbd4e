#include <doctest/doctest.h>

#include "endpoints/treated_fixture.hpp"
#include "percuta/endpoints/looks/looks.hpp"

using namespace percuta;
using endpoints::Maps;
using tests::scaled;
using tests::treatment;
using tests::untouched;

using endpoints::ScarMap;

TEST_CASE("[law] a scar rises with the dermis' gain as far as ties let it") {
  const auto some = treatment();
  const double gain = some.state.course.dermis.back().tissue.gain();
  CHECK(some.number("scar") == doctest::Approx(1 - some.measure().sizes.scar * gain * 0.6));
  CHECK(scaled("scar", &Maps::scar, &ScarMap::other_tether, 1.5) > some.number("scar"));
  CHECK(treatment(1e3).number("scar") == 0);
  CHECK(some.number("scar_rated") == doctest::Approx(some.number("scar") - 0.05));
  for (const double value : untouched().curve("scar_course")) CHECK(value == 1);
}
