#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "percuta/claims/claims.hpp"

namespace percuta::claims {
namespace {

constexpr double k_enough = 0.8;  // of the ensemble, on one side: the rule of judgement

}  // namespace

std::string to_word(Verdict verdict) {
  switch (verdict) {
    case Verdict::supported:
      return "supported";
    case Verdict::partly:
      return "partly";
    case Verdict::not_supported:
      return "not supported";
    case Verdict::undecidable:
      return "undecidable";
  }
  std::abort();
}

bool are_enough(std::size_t defined, std::size_t members) {
  return defined > 0 && static_cast<double>(defined) >= k_enough * static_cast<double>(members);
}

Verdict verdict_of(double share, bool flips) {
  if (flips) return Verdict::undecidable;
  if (share >= k_enough) return Verdict::supported;
  return 1 - share >= k_enough ? Verdict::not_supported : Verdict::undecidable;
}

namespace {

Verdict part_verdict(const std::vector<TestOutcome>& tests) {
  const auto count = [&](Verdict verdict) {
    return std::count_if(tests.begin(), tests.end(), [&](const TestOutcome& test) { return test.verdict == verdict; });
  };
  const auto all = static_cast<std::ptrdiff_t>(tests.size());
  const auto supported = count(Verdict::supported);
  if (all == 0) return Verdict::undecidable;
  if (supported == all) return Verdict::supported;
  if (count(Verdict::not_supported) == all) return Verdict::not_supported;
  return supported > 0 ? Verdict::partly : Verdict::undecidable;
}

std::vector<std::vector<TestOutcome>> by_part(const std::vector<TestOutcome>& tests) {
  std::vector<std::vector<TestOutcome>> parts;
  for (const TestOutcome& test : tests) {
    if (test.is_beside) continue;
    const auto same =
        std::find_if(parts.begin(), parts.end(), [&](const auto& part) { return part.front().part == test.part; });
    (same == parts.end() ? parts.emplace_back() : *same).push_back(test);
  }
  return parts;
}

}  // namespace

Verdict joint_verdict(const std::vector<TestOutcome>& tests) {
  std::vector<Verdict> verdicts;
  for (const std::vector<TestOutcome>& part : by_part(tests)) verdicts.push_back(part_verdict(part));
  const auto has = [&](Verdict verdict) {
    return std::find(verdicts.begin(), verdicts.end(), verdict) != verdicts.end();
  };
  if (verdicts.empty()) return Verdict::undecidable;
  if (has(Verdict::not_supported)) return Verdict::not_supported;
  if (has(Verdict::undecidable)) return Verdict::undecidable;
  return has(Verdict::partly) ? Verdict::partly : Verdict::supported;
}

}  // namespace percuta::claims
