#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "endpoints/treated_fixture.hpp"
#include "percuta/endpoints/tissue/tissue.hpp"

using namespace percuta;
using endpoints::Maps;
using tests::scaled;
using tests::treatment;
using tests::untouched;

using endpoints::EpidermisMap;

TEST_CASE("[unit] the epidermis is told in its own thickness") {
  const auto some = treatment();
  CHECK(endpoints::epidermis_thickness(some.skin) == doctest::Approx(80e-6));
  CHECK(some.number("epidermis") == doctest::Approx(80e-6 * (1 + some.number("epidermis_change"))));
  CHECK(untouched().number("epidermis") == endpoints::epidermis_thickness(some.skin));
  CHECK(untouched().number("epidermis_change") == 0);
}

TEST_CASE("[unit] a skin without an epidermis has no thickness, but changes are told") {
  auto phantom = treatment();
  phantom.skin.layers.clear();
  CHECK(std::isnan(phantom.number("epidermis")));
  CHECK(phantom.number("epidermis_change") == treatment().number("epidermis_change"));
}

TEST_CASE("[law] it thickens with its response at first, and more with a greater observed change") {
  const auto early = [](double factor) {
    auto some = treatment();
    some.maps.epidermis.response = certain(factor * some.maps.epidermis.response.value);
    return some.curve("epidermis_course")[150];
  };
  CHECK(early(1.5) > early(1));
  CHECK(scaled("epidermis", &Maps::observed, &endpoints::ObservedChanges::epidermis, 1.3) >
        treatment().number("epidermis"));
  CHECK(treatment(1).number("epidermis") > treatment(0.5).number("epidermis"));
  CHECK(scaled("epidermis_change", &Maps::epidermis, &EpidermisMap::renewal_time, 1.5) !=
        treatment().number("epidermis_change"));
}

TEST_CASE("[unit] courses are told through functions, and their last value is found") {
  CHECK(endpoints::mapped({1, 2}, [](double x) { return 2 * x; }) == std::vector<double>{2, 4});
  CHECK(endpoints::last_of({1, 2}) == 2);
  CHECK(std::isnan(endpoints::last_of({})));
}
