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
    const course::Inputs a = course::sample_inputs(roller.inputs, {roller.seed, i, 4});
    const course::Inputs b = course::sample_inputs(medical.inputs, {medical.seed, i, 4});
    CHECK(a.knowledge.hand.bow.novice.value == b.knowledge.hand.bow.novice.value);
    CHECK(a.knowledge.hand.placement.expert.value == b.knowledge.hand.placement.expert.value);
  }
}
