#include "percuta/claims/arms.hpp"

#include <doctest/doctest.h>

#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[law] arms that differ in the device share the hand, member by member") {
  const DataFolder data = own_data();
  const Units units;
  const auto settings = std::vector<std::string>{"site.area=1 cm2"};
  const study::Model roller = claims::load_arm("S2", settings, 4, data, units);
  const study::Model medical = claims::load_arm("S3", settings, 4, data, units);
  for (std::uint32_t i = 1; i <= 4; ++i) {
    const course::Inputs a = course::drawn(roller.inputs, {roller.seed, i, 4});
    const course::Inputs b = course::drawn(medical.inputs, {medical.seed, i, 4});
    CHECK(a.hand.bow.novice.value == b.hand.bow.novice.value);
    CHECK(a.hand.placement.expert.value == b.hand.placement.expert.value);
  }
}
