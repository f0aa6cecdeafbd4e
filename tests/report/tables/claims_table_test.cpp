#include "percuta/report/tables/claims_table.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace percuta;

namespace {

claims::JudgedClaim judged() {
  claims::JudgedClaim claim;
  claim.id = "C3";
  claim.words = "longer needles go \"deeper\"";
  claim.form = "at the cheek";
  claim.verdict = claims::Verdict::supported;
  claims::TestOutcome test;
  test.name = "long against short";
  test.quantity = "insertion.depth_in_place";
  test.unit = "mm";
  test.share = 0.95;
  test.value = {0.5, 0.4, 0.6};
  test.versus = {0.2, 0.2, 0.2};
  test.side = "above";
  test.versus_name = "short";
  test.flips = {"skin.stiffness", "hand.force"};
  test.verdict = claims::Verdict::supported;
  claim.tests = {test};
  claim.evidence = {{"for", "measured it", "Wang2023"}};
  claim.validation = {"V9"};
  return claim;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("[unit] a claim as text tells its verdict, its numbers with intervals, what turns it and the papers") {
  const std::string text = report::claim_text(judged());
  CHECK(text.starts_with("C3  supported\n    \"longer needles go \"deeper\"\"\n    Judged today: at the cheek\n"));
  CHECK(has(text, "95 % on the claim's side"));
  CHECK(has(text, "insertion.depth_in_place 0.5 (0.4 to 0.6) mm, to be above short, 0.2 mm"));
  CHECK(has(text, "turns inside the assumed range of: skin.stiffness, hand.force"));
  CHECK(has(text, "[Wang2023]"));
  CHECK(has(text, "Cases near: V9"));
}

TEST_CASE("[unit] claims as JSON are a list of objects, empty when there is none") {
  CHECK(report::claims_json({}) == "[]\n");
  const std::string json = report::claims_json({judged()});
  CHECK(has(json, "\"id\": \"C3\""));
  CHECK(has(json, "\"words\": \"longer needles go \\\"deeper\\\"\""));
  CHECK(has(json, "\"share\": 0.95"));
  CHECK(has(json, "\"low\": 0.4"));
  CHECK(has(json, "\"stance\": \"for\""));
}

TEST_CASE("[unit] a test that leaves the verdict alone is told to stand beside it, any other is not") {
  claims::JudgedClaim claim = judged();
  CHECK_FALSE(has(report::claim_text(claim), "beside the verdict"));
  CHECK_FALSE(has(report::claims_json({claim}), "\"beside\""));
  claim.tests.front().is_beside = true;
  CHECK(has(report::claim_text(claim), "95 % on the claim's side, beside the verdict"));
  CHECK(has(report::claims_json({claim}), "\"beside\": true"));
}

TEST_CASE("[unit] a number that does not exist is told, not judged on 0") {
  claims::JudgedClaim claim = judged();
  claims::TestOutcome& test = claim.tests.front();
  const double none = std::nan("");
  test.is_judged = false;
  test.value = {none, none, none};
  test.undefined = "barrier_time is defined in 0 of 8 members: it needs a hole";
  const std::string text = report::claim_text(claim);
  CHECK(has(text, "not judged"));
  CHECK(has(text, "insertion.depth_in_place not defined, to be above"));
  CHECK(has(text, "it needs a hole"));
  const std::string json = report::claims_json({claim});
  CHECK(has(json, "\"share\": null"));
  CHECK(has(json, "\"value\": null"));
  CHECK(has(json, "\"undefined\": \"barrier_time"));
}
