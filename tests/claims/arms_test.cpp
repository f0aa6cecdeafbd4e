#include "percuta/claims/arms.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "percuta/claims/assumed_inputs.hpp"

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

namespace {

/// Two claims that ask two things of one arm.
claims::ClaimFile claim_on(const std::string& id, const std::string& quantity) {
  claims::ClaimFile file;
  file.id = id;
  file.members = 4;
  file.arm = {{"roller of " + id, "S2", {"site.area=1 cm2"}}};
  file.test = {{"one", "roller of " + id, quantity, "above", {}, ""}};
  return file;
}

}  // namespace

TEST_CASE("[unit] an arm that two claims share is simulated once, for what both ask") {
  const DataFolder data = own_data();
  const Units units;
  const auto evenness = claim_on("C6", "coverage.evenness"), depth = claim_on("C3", "insertion.reach_dermis");
  claims::Arms arms(data, units);
  arms.add(evenness);
  arms.add(depth);
  std::uint32_t told = 0;
  run::RunControl control;
  control.progress = [&](std::uint32_t done, std::uint32_t all) {
    CHECK(done <= all);
    ++told;
  };
  CHECK(arms.seconds(evenness, 1) > 0);
  arms.run(evenness, control);
  const claims::ArmRun& run = arms.named(evenness, "roller of C6");
  CHECK(told == 4 + 1 + 2 * run.assumed.size());
  arms.run(depth, control);
  CHECK(told == 4 + 1 + 2 * run.assumed.size());
  CHECK(&arms.named(depth, "roller of C3") == &run);
  CHECK(run.table.columns().size() == 2);
  CHECK_THROWS_AS(arms.named(depth, "roller of C6"), InputError);
}

TEST_CASE("[law] what cannot act on what is asked changes nothing when it is turned, and the rest is not left out") {
  const DataFolder data = own_data();
  const Units units;
  const auto claim = claim_on("C6", "coverage.dispersion_2mm");
  claims::Arms arms(data, units);
  arms.add(claim);
  arms.run(claim, {});
  const claims::ArmRun& run = arms.named(claim, "roller of C6");
  course::Inputs inputs = run.model.inputs;
  const auto assumed = claims::assumed_inputs([&](Visitor& visitor) { describe(inputs, visitor); });
  std::vector<course::Inputs> variants{run.model.inputs};
  for (const claims::AssumedInput& input : assumed) {
    if (std::find(run.assumed.begin(), run.assumed.end(), input.path) != run.assumed.end()) continue;
    const double before = input.quantity->value;
    input.quantity->value = input.quantity->high;
    variants.push_back(inputs);
    input.quantity->value = before;
  }
  CHECK(variants.size() > 5);
  CHECK(run.assumed.size() > 5);
  for (const double value : run::simulate_variants(run.model, variants, {})["coverage.dispersion_2mm"]) {
    CHECK(value == run.median({.quantity = "coverage.dispersion_2mm"}, units));
  }
}
