#include <doctest/doctest.h>

#include "endpoints/treated_fixture.hpp"

using namespace percuta;
using endpoints::Maps;
using tests::scaled;
using tests::treatment;
using tests::untouched;

TEST_CASE("[law] raters add their term to whatever was done, and nothing where nothing was") {
  CHECK(treatment().number("rater") == 0.05);
  CHECK(treatment(0).number("rater") == 0.05);
  CHECK(untouched().number("rater") == 0);
  CHECK(scaled("rater", &Maps::grade, &endpoints::GradeMap::rater, 2) == 0.1);
}
