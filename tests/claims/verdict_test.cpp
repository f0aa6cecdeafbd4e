#include <doctest/doctest.h>

#include "percuta/claims/claims.hpp"

using namespace percuta;
using claims::Verdict;

namespace {

claims::TestOutcome test_with(Verdict verdict) {
  claims::TestOutcome test;
  test.verdict = verdict;
  return test;
}

}  // namespace

TEST_CASE("[unit] at least 80 % of the ensemble decide, either way") {
  CHECK(claims::verdict_of(0.8, false) == Verdict::supported);
  CHECK(claims::verdict_of(0.79, false) == Verdict::undecidable);
  CHECK(claims::verdict_of(0.21, false) == Verdict::undecidable);
  CHECK(claims::verdict_of(0, false) == Verdict::not_supported);
}

TEST_CASE("[law] an answer that turns inside an assumed range is undecidable, however clear it looks") {
  CHECK(claims::verdict_of(1, true) == Verdict::undecidable);
}

TEST_CASE("[unit] tests that agree decide; where only some support, the claim holds partly") {
  using claims::joint_verdict;
  const auto yes = test_with(Verdict::supported), no = test_with(Verdict::not_supported),
             open = test_with(Verdict::undecidable);
  CHECK(joint_verdict({yes, yes}) == Verdict::supported);
  CHECK(joint_verdict({no, no}) == Verdict::not_supported);
  CHECK(joint_verdict({yes, no}) == Verdict::partly);
  CHECK(joint_verdict({yes, open}) == Verdict::partly);
  CHECK(joint_verdict({no, open}) == Verdict::undecidable);
  CHECK(joint_verdict({open}) == Verdict::undecidable);
  CHECK(joint_verdict({}) == Verdict::undecidable);
}

TEST_CASE(
    "[law] a claim of several parts holds when all do: one that fails denies it, one that is open leaves it open") {
  using claims::joint_verdict;
  const auto of = [](const char* part, Verdict verdict) {
    claims::TestOutcome test = test_with(verdict);
    test.part = part;
    return test;
  };
  const auto yes = Verdict::supported, no = Verdict::not_supported, open = Verdict::undecidable;
  CHECK(joint_verdict({of("a", yes), of("b", yes), of("b", yes)}) == Verdict::supported);
  CHECK(joint_verdict({of("a", no), of("b", yes), of("b", yes)}) == Verdict::not_supported);
  CHECK(joint_verdict({of("a", yes), of("b", no), of("b", no)}) == Verdict::not_supported);
  CHECK(joint_verdict({of("a", yes), of("b", yes), of("b", no)}) == Verdict::partly);
  CHECK(joint_verdict({of("a", open), of("b", yes), of("b", yes)}) == Verdict::undecidable);
  CHECK(joint_verdict({of("a", yes), of("b", open), of("b", no)}) == Verdict::undecidable);
}

TEST_CASE("[law] a test that is shown beside the verdict leaves it alone, whatever it says") {
  using claims::joint_verdict;
  for (const Verdict verdict : {Verdict::supported, Verdict::not_supported, Verdict::undecidable}) {
    claims::TestOutcome beside = test_with(verdict);
    beside.part = "another part";
    beside.is_beside = true;
    CHECK(joint_verdict({test_with(Verdict::supported), beside}) == Verdict::supported);
    CHECK(joint_verdict({test_with(Verdict::not_supported), beside}) == Verdict::not_supported);
    CHECK(joint_verdict({beside}) == Verdict::undecidable);
  }
}

TEST_CASE("[unit] verdicts have the words of the contract") {
  CHECK(claims::to_word(Verdict::supported) == "supported");
  CHECK(claims::to_word(Verdict::partly) == "partly");
  CHECK(claims::to_word(Verdict::not_supported) == "not supported");
  CHECK(claims::to_word(Verdict::undecidable) == "undecidable");
}

TEST_CASE("[unit] numbers that fewer than 80 % of the members have are no ground for a verdict") {
  CHECK(claims::are_enough(8, 8));
  CHECK(claims::are_enough(8, 10));
  CHECK_FALSE(claims::are_enough(7, 10));
  CHECK_FALSE(claims::are_enough(0, 10));
  CHECK_FALSE(claims::are_enough(0, 0));
}
