#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "percuta/study/claims.hpp"
#include "study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[unit] what must be refused is refused, each case with its reason") {
  const study::JudgedClaim claim = study::judge("C15", own_data(), Units(), {});
  CHECK(claim.verdict == study::Verdict::supported);
  CHECK(claim.not_refused.empty());
  CHECK(claim.refused.size() >= 10);
}

TEST_CASE("[unit] a claim that is none is refused") {
  CHECK_THROWS(study::judge("C99", own_data(), Units(), {}));
}
