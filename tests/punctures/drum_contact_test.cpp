#include "percuta/punctures/drum_contact.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "device/roller_fixture.hpp"
#include "punctures/guidance_fixture.hpp"

using namespace percuta;

namespace {

std::vector<double> loads(double radius, double give) {
  punctures::Guidance guidance = tests::no_guidance();
  guidance.skin_radius = certain(radius);
  guidance.skin_give = certain(give);
  return punctures::row_loads(tests::roller().drum, guidance);
}

}  // namespace

TEST_CASE("[law] on flat skin all rows bear alike, and skin of a very large radius is flat") {
  for (const double load : punctures::row_loads(tests::roller().drum, tests::no_guidance())) CHECK(load == 1);
  for (const double load : loads(100, 2e-3)) CHECK(load == doctest::Approx(1).epsilon(1e-3));
}

TEST_CASE("[law] a drum on curved skin presses less with its outer rows, bears its whole force, and is even-handed") {
  const std::vector<double> all = loads(80e-3, 2e-3);
  REQUIRE(all.size() == 8);
  CHECK(all[3] == doctest::Approx(all[4]));
  CHECK(all[0] == doctest::Approx(all[7]));
  CHECK(all[3] > 1);
  CHECK(all[0] < 0.9);
  CHECK(all[0] > 0);
  CHECK(std::accumulate(all.begin(), all.end(), 0.0) == doctest::Approx(8));
}

TEST_CASE("[law] the more the skin curves and the less it gives, the fewer rows touch it; the middle always does") {
  const auto touching = [](const std::vector<double>& all) {
    return std::count_if(all.begin(), all.end(), [](double load) { return load > 0; });
  };
  CHECK(touching(loads(80e-3, 2e-3)) == 8);
  CHECK(touching(loads(40e-3, 0.5e-3)) == 6);  // +- 6.3 mm
  CHECK(touching(loads(40e-3, 0.1e-3)) == 2);  // +- 2.8 mm
  CHECK(touching(loads(5e-3, 0.01e-3)) == 2);
}
