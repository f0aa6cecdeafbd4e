#include "percuta/claims/judge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "percuta/claims/test_outcome.hpp"

namespace percuta::claims {
namespace {

/// Whether the study is refused with the wanted words.
bool is_refused(const ClaimRefusal& refusal, const DataFolder& data, const Units& units) {
  try {
    study::load(data.find("studies", refusal.study), {refusal.set, {}}, data, units);
  } catch (const InputError& error) {
    return std::string(error.what()).find(refusal.says) != std::string::npos;
  }
  return false;
}

void judge_refusals(const ClaimFile& file, const DataFolder& data, const Units& units, JudgedClaim& judged) {
  for (const ClaimRefusal& refusal : file.refusal) {
    (is_refused(refusal, data, units) ? judged.refused : judged.not_refused).push_back(refusal.name);
  }
  const bool has_any = !judged.refused.empty();
  judged.verdict = judged.not_refused.empty() ? Verdict::supported : has_any ? Verdict::partly : Verdict::not_supported;
  judged.why = fmt::format("{} of {} cases are refused with the reason.", judged.refused.size(), file.refusal.size());
}

std::string why_of(const JudgedClaim& judged) {
  std::string why;
  for (const TestOutcome& test : judged.tests) {
    if (test.is_beside) continue;
    why += fmt::format("{}{}: ", why.empty() ? "" : "; ", test.name);
    if (!test.is_judged) {
      why += test.undefined;
      continue;
    }
    why += fmt::format("{:.0f} % of the variants on the claim's side", 100 * test.share);
    if (!test.undefined.empty()) why += fmt::format(" ({})", test.undefined);
    if (!test.flips.empty()) {
      why += fmt::format(", but the answer turns inside the assumed range of {}{}", test.flips.front(),
                         test.flips.size() > 1 ? fmt::format(" and {} more", test.flips.size() - 1) : "");
    }
    if (!test.turns.empty()) why += fmt::format(", but the answer turns in {}", fmt::join(test.turns, ", "));
  }
  return why + ".";
}

void add_sources(const ClaimFile& file, const Arms& arms, JudgedClaim& judged) {
  std::map<std::string, study::UsedSource> all;
  for (const ClaimTest& test : file.test) {
    for (const std::string& name : arms_of(test)) {
      for (const study::UsedSource& source : arms.named(file, name).model.sources)
        all.emplace(source.citation.key, source);
    }
  }
  for (auto& [key, source] : all) judged.sources.push_back(std::move(source));
}

void judge_tests(const ClaimFile& file, const Arms& arms, const Units& units, JudgedClaim& judged) {
  for (const ClaimTest& test : file.test) judged.tests.push_back(outcome_of(test, file, arms, units));
  judged.verdict = joint_verdict(judged.tests);
  judged.why = why_of(judged);
  if (file.validation.empty()) {
    judged.verdict = Verdict::undecidable;
    judged.why += " No published case stands near.";
  }
}

std::string words_of(const std::string& id, const DataFolder& data, const Units& units) {
  for (const study::Claim& claim : study::load_catalogue(data, units).claim) {
    if (claim.id == id) return claim.words;
  }
  throw InputError(fmt::format("no claim is called '{}'", id), "`percuta list claims` shows them");
}

}  // namespace

ClaimFile read_claim(const std::string& id, const DataFolder& data, const Units& units) {
  return read_struct<ClaimFile>(data.document(data.beside(fmt::format("claims/{}.toml", id), "a claim's file")),
                                nullptr, units);
}

JudgedClaim judge(const ClaimFile& file, Arms& arms, const DataFolder& data, const Units& units,
                  const run::RunControl& wanted) {
  run::RunControl control = wanted;
  control.when_stopped = "stopped before the verdict";
  JudgedClaim judged;
  judged.id = file.id;
  judged.words = words_of(file.id, data, units);
  judged.form = file.form;
  judged.note = file.note;
  judged.validation = file.validation;
  judged.evidence = file.evidence;
  if (!file.refusal.empty()) {
    judge_refusals(file, data, units, judged);
    return judged;
  }
  arms.run(file, control);
  judge_tests(file, arms, units, judged);
  add_sources(file, arms, judged);
  return judged;
}

JudgedClaim judge(const std::string& id, const DataFolder& data, const Units& units, const run::RunControl& control) {
  const ClaimFile file = read_claim(id, data, units);
  Arms arms(data, units);
  arms.add(file);
  return judge(file, arms, data, units, control);
}

}  // namespace percuta::claims
