#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
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
