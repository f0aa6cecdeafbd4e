#include <doctest/doctest.h>

#include <string>

#include "endpoints/treated_fixture.hpp"

using namespace percuta;
using endpoints::Maps;
using tests::scaled;
using tests::treatment;
using tests::turned;
using tests::untouched;

using endpoints::DermisMap;

TEST_CASE("[unit] collagen, young collagen and echo density are told over untouched skin") {
  const auto some = treatment();
  const auto& papillary = some.state.course.papillary.back().tissue;
  const double deep = some.state.course.dermis.back().tissue.gain();
  CHECK(some.number("density") == doctest::Approx(1 + papillary.gain()));
  CHECK(some.number("reticulin") == doctest::Approx((papillary.three + 0.18 * papillary.mature) / 0.18));
  CHECK(some.number("echo_density") == doctest::Approx((1 + deep) / (1 + 0.3 * deep)));
  for (const std::string name : {"density", "reticulin", "echo_density"}) CHECK(untouched().number(name) == 1);
}

TEST_CASE("[law] echo density rises with its power and falls as the dermis thickens instead") {
  const double usual = treatment().number("echo_density");
  CHECK(scaled("echo_density", &Maps::dermis, &DermisMap::echo_exponent, 2) == doctest::Approx(usual * usual));
  CHECK(scaled("echo_density", &Maps::dermis, &DermisMap::thickening, 2) < usual);
  CHECK(turned("reticulin", [](auto& some) { some.rates.young_share = certain(0.3); }) <
        treatment().number("reticulin"));
}
