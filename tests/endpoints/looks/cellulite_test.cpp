#include <doctest/doctest.h>

#include <string>

#include "endpoints/treated_fixture.hpp"

using namespace percuta;
using endpoints::Maps;
using tests::scaled;
using tests::treatment;
using tests::untouched;

TEST_CASE("[law] dimples hide a little as the dermis gains, never below nothing") {
  const auto some = treatment();
  CHECK(some.number("cellulite") == doctest::Approx(1 - 0.1 * some.state.course.dermis.back().tissue.gain()));
  CHECK(scaled("cellulite", &Maps::smoothing, &endpoints::SmoothingMap::dimples, 2) < some.number("cellulite"));
  CHECK(treatment(1e4).number("cellulite") == 0);
  for (const double value : untouched().curve("cellulite_course")) CHECK(value == 1);
}

TEST_CASE("[unit] what happens to fat and septa is not stated") {
  for (const auto& endpoint : endpoints::endpoints()) {
    if (endpoint.name == "cellulite") CHECK(endpoint.blind_to.find("not stated") != std::string::npos);
  }
}
