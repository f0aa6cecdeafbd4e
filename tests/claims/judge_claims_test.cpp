#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "percuta/claims/claims.hpp"
#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[unit] the claims asked for are judged in their order, and the caller hears of each") {
  std::vector<std::string> heard;
  claims::ClaimCalls calls;
  calls.begun = [&](const std::string& id, double) { heard.push_back("begun " + id); };
  calls.judged = [&](const claims::JudgedClaim& claim) { heard.push_back("judged " + claim.id); };
  const auto judged = claims::judge_claims({"c15"}, own_data(), Units(), {}, calls);
  REQUIRE(judged.size() == 1);
  CHECK(judged.front().id == "C15");
  CHECK(heard == std::vector<std::string>{"begun C15", "judged C15"});
}

TEST_CASE("[unit] an id without a file is refused with a suggestion, before any claim is judged") {
  bool has_begun = false;
  claims::ClaimCalls calls;
  calls.begun = [&](const std::string&, double) { has_begun = true; };
  try {
    claims::judge_claims({"C15", "C155"}, own_data(), Units(), {}, calls);
    FAIL("must be refused");
  } catch (const InputError& error) {
    CHECK(error.problems().front().message == "the claim 'C155' is not judged yet, or is none");
    CHECK(error.problems().front().hint == "did you mean 'C15'?");
  }
  CHECK_FALSE(has_begun);
}

TEST_CASE("[unit] claims are all supported only when each is") {
  claims::JudgedClaim supported, partly;
  supported.verdict = claims::Verdict::supported;
  partly.verdict = claims::Verdict::partly;
  CHECK(claims::all_supported({supported, supported}));
  CHECK_FALSE(claims::all_supported({supported, partly}));
}
