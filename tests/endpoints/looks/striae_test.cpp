#include <doctest/doctest.h>

#include "endpoints/treated_fixture.hpp"

using namespace percuta;
using endpoints::Maps;
using tests::scaled;
using tests::treatment;
using tests::untouched;

using endpoints::ScarMap;

TEST_CASE("[law] striae take their share of what other scars take") {
  const auto some = treatment();
  CHECK(1 - some.number("striae") == doctest::Approx(0.8 * (1 - some.number("scar"))));
  CHECK(scaled("striae", &Maps::scar, &ScarMap::striae_share, 1.3) < some.number("striae"));
  CHECK(some.number("striae_rated") == doctest::Approx(some.number("striae") - 0.05));
  CHECK(some.number("striae_better") < some.number("striae_better_rated"));
  CHECK(scaled("striae_better", &Maps::grade, &endpoints::GradeMap::striae_first, 1.2) > some.number("striae_better"));
  CHECK(untouched().number("striae") == 1);
  CHECK(untouched().number("striae_better") == 0);
}
