#include "percuta/claims/judge.hpp"

#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "percuta/claims/arms.hpp"
#include "percuta/claims/claims.hpp"
#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[unit] what must be refused is refused, each case with its reason") {
  const claims::JudgedClaim claim = claims::judge("C15", own_data(), Units(), {});
  CHECK(claim.verdict == claims::Verdict::supported);
  CHECK(claim.not_refused.empty());
  CHECK(claim.refused.size() >= 10);
}

TEST_CASE("[unit] a claim that is none is refused") {
  CHECK_THROWS(claims::judge("C99", own_data(), Units(), {}));
}

namespace {

Quantity rule(double si) {
  Quantity quantity = certain(si);
  quantity.source = "PercutaRule";
  return quantity;
}

/// A claim of one test of the home roller's study.
claims::JudgedClaim claim_of(claims::ClaimTest test) {
  test.name = "a test";
  test.arm = "home roller";
  claims::ClaimFile file;
  file.id = "C6";
  file.members = 4;
  file.validation = {"devices V1"};
  file.arm = {{"home roller", "S1", {"site.area=1 cm2"}}};
  file.test = {test};
  const DataFolder data = own_data();
  const Units units;
  claims::Arms arms(data, units);
  arms.add(file);
  return claims::judge(file, arms, data, units, {});
}

claims::TestOutcome outcome_of(const claims::ClaimTest& test) {
  return claim_of(test).tests.front();
}

}  // namespace

TEST_CASE("[unit] numbers below a test's floor count as it") {
  claims::ClaimTest test;
  test.quantity = "coverage.density";
  test.side = "below";
  test.threshold = rule(5000);
  CHECK(outcome_of(test).share == 1);
  test.floor = rule(6000);
  CHECK(outcome_of(test).share == 0);
}

TEST_CASE("[unit] an answer that turns in another quantity, such as another scale, is undecidable and names it") {
  claims::ClaimTest test;
  test.quantity = "coverage.missed_share";
  test.side = "below";
  test.threshold = rule(2);
  const claims::TestOutcome alone = outcome_of(test);
  CHECK(alone.verdict == claims::Verdict::supported);
  test.also = {"coverage.overlap_share", "coverage.density"};
  const claims::TestOutcome turned = outcome_of(test);
  CHECK(turned.turns == std::vector<std::string>{"coverage.density"});
  CHECK(turned.verdict == claims::Verdict::undecidable);
}

TEST_CASE("[unit] a test beside the verdict has its own outcome and neither decides the claim nor is its reason") {
  claims::ClaimTest test;
  test.quantity = "coverage.density";
  test.side = "above";
  test.threshold = rule(0);
  CHECK(claim_of(test).verdict == claims::Verdict::supported);
  test.is_beside = true;
  const claims::JudgedClaim beside = claim_of(test);
  CHECK(beside.tests.front().verdict == claims::Verdict::supported);
  CHECK(beside.verdict == claims::Verdict::undecidable);
  CHECK(beside.why.find("a test") == std::string::npos);
}
