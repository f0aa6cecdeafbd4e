#include <doctest/doctest.h>

#include "endpoints/treated_fixture.hpp"

using namespace percuta;
using endpoints::Maps;
using tests::scaled;
using tests::treatment;
using tests::untouched;

TEST_CASE("[law] renewal is faster while cells are made, and that of untouched skin is its own") {
  const auto some = treatment();
  CHECK(some.number("turnover") > 1);
  CHECK(some.number("turnover_at_horizon") == doctest::Approx(1).epsilon(0.1));
  for (const double value : untouched().curve("turnover_course")) CHECK(value == 1);
  CHECK(scaled("turnover", &Maps::epidermis, &endpoints::EpidermisMap::response, 2) > some.number("turnover"));
}
