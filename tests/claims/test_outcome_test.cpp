#include "percuta/claims/test_outcome.hpp"

#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

namespace {

Quantity rule(double value) {
  Quantity quantity = certain(value);
  quantity.source = "PercutaRule";
  return quantity;
}

claims::TestOutcome outcome_of(claims::ClaimTest test) {
  claims::ClaimFile file;
  file.id = "C20";
  file.members = 4;
  const std::vector<std::string> small = {"site.area=1 cm2", "course.horizon=60 days"};
  const auto with = [&](const std::string& more) {
    std::vector<std::string> set = small;
    set.push_back(more);
    return set;
  };
  file.arm = {{"short", "S3", with("device.needle.length=0.3 mm")},
              {"long", "S3", small},
              {"untreated", "S3", with("device.name=none")}};
  if (test.arm.empty()) test.arm = "long";
  file.test = {test};
  const DataFolder data = own_data();
  const Units units;
  claims::Arms arms(data, units);
  arms.add(file);
  arms.run(file, {});
  return claims::outcome_of(file.test.front(), file, arms, units);
}

claims::ClaimTest test_of(const std::string& quantity, const std::string& side, double threshold) {
  claims::ClaimTest test;
  test.quantity = quantity;
  test.side = side;
  test.threshold = rule(threshold);
  return test;
}

}  // namespace

TEST_CASE("[unit] a series is read at a time, at its peak or where it falls below a level") {
  claims::ClaimTest at = test_of("healing.collagen_papillary", "above", -50);
  at.at = rule(30 * 86400.0);
  CHECK(outcome_of(at).share == 1);
  claims::ClaimTest peak = test_of("healing.tgf_beta_course", "above", 0.0001);
  peak.is_peak = true;
  CHECK(outcome_of(peak).share > 0.5);
  claims::ClaimTest crossing = test_of("healing.tgf_beta_course", "below", 60);
  crossing.below = rule(0.01);
  CHECK(outcome_of(crossing).unit == "day");
}

TEST_CASE("[unit] longer needles rise, a treated skin less an untreated one gains, and between has two ends") {
  claims::ClaimTest rising = test_of("insertion.depth_in_place", "rising", 0);
  rising.along = {"short", "long"};
  CHECK(outcome_of(rising).share == 1);
  rising.along = {"long", "short"};
  CHECK(outcome_of(rising).share == 0);
  rising.along = {"long"};
  CHECK_THROWS_AS(outcome_of(rising), InputError);
  claims::ClaimTest gain = test_of("healing.collagen_change_dermis", "above", 0);
  gain.minus = "untreated";
  CHECK(outcome_of(gain).value.value > 0);
  claims::ClaimTest between = test_of("coverage.missed_share", "between", 0);
  between.upper = rule(1);
  CHECK(outcome_of(between).share == 1);
  between.threshold = rule(2);
  between.upper = rule(3);
  CHECK(outcome_of(between).share == 0);
}

TEST_CASE("[unit] an untreated arm stays as it is") {
  claims::ClaimTest test = test_of("endpoints.wrinkle", "between", 1);
  test.arm = "untreated";
  test.upper = rule(1);
  CHECK(outcome_of(test).share == 1);
}
