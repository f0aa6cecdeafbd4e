#include <doctest/doctest.h>

#include "endpoints/treated_fixture.hpp"

using namespace percuta;
using endpoints::Maps;
using tests::scaled;
using tests::treatment;
using tests::untouched;

TEST_CASE("[law] roughness falls with the epidermis' gain, never below nothing") {
  const auto some = treatment();
  CHECK(some.number("texture") == doctest::Approx(1 - 0.3 * some.number("epidermis_change")));
  CHECK(scaled("texture", &Maps::smoothing, &endpoints::SmoothingMap::texture, 2) < some.number("texture"));
  CHECK(treatment(1e4).number("texture") == 0);
  for (const double value : untouched().curve("texture_course")) CHECK(value == 1);
}
