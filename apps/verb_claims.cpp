#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "console.hpp"
#include "percuta/report/number.hpp"
#include "percuta/study/claims.hpp"
#include "verbs.hpp"

namespace percuta::apps {

namespace {

using Json = nlohmann::ordered_json;

std::string amount(const Interval& interval, const std::string& unit) {
  const std::string tail = unit == "1" ? "" : " " + unit;
  if (interval.low == interval.high) return report::short_text(interval.value) + tail;
  return fmt::format("{} ({} to {}){}", report::short_text(interval.value), report::short_text(interval.low),
                     report::short_text(interval.high), tail);
}

std::string test_lines(const study::TestOutcome& test) {
  const std::string versus = test.versus_name.empty() ? "" : test.versus_name + ", ";
  return fmt::format("    {:<44} {:<14} {:>3.0f} % on the claim's side\n      {} {}, to be {} {}{}\n", test.name,
                     study::to_word(test.verdict), 100 * test.share, test.quantity, amount(test.value, test.unit),
                     test.side, versus, amount(test.versus, test.unit));
}

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string claim_text(const study::JudgedClaim& claim) {
  std::string text = fmt::format("{}  {}\n    \"{}\"\n", claim.id, study::to_word(claim.verdict), claim.words);
  if (!claim.form.empty()) text += fmt::format("    Judged today: {}\n", claim.form);
  for (const study::TestOutcome& test : claim.tests) {
    text += test_lines(test);
    if (!test.flips.empty()) text += fmt::format("      turns inside the assumed range of: {}\n", listed(test.flips));
  }
  if (!claim.refused.empty()) text += fmt::format("    Refused: {}\n", listed(claim.refused));
  if (!claim.not_refused.empty()) text += fmt::format("    Not refused: {}\n", listed(claim.not_refused));
  if (!claim.note.empty()) text += fmt::format("    {}\n", claim.note);
  for (const study::ClaimEvidence& evidence : claim.evidence) {
    text += fmt::format("    {:<8} {} [{}]\n", evidence.stance, evidence.words, evidence.source);
  }
  if (!claim.validation.empty()) text += fmt::format("    Cases near: {}\n", listed(claim.validation));
  return text;
}

Json interval_json(const Interval& interval, const std::string& unit) {
  return {{"value", report::rounded(interval.value)},
          {"low", report::rounded(interval.low)},
          {"high", report::rounded(interval.high)},
          {"unit", unit}};
}

Json claim_json(const study::JudgedClaim& claim) {
  Json numbers = Json::array();
  for (const study::TestOutcome& test : claim.tests) {
    numbers.push_back({{"name", test.name},
                       {"quantity", test.quantity},
                       {"verdict", study::to_word(test.verdict)},
                       {"share", report::rounded(test.share)},
                       {"side", test.side},
                       {"value", interval_json(test.value, test.unit)},
                       {"versus", interval_json(test.versus, test.unit)},
                       {"versus_name", test.versus_name},
                       {"flips", test.flips}});
  }
  Json sources = Json::array();
  for (const study::ClaimEvidence& evidence : claim.evidence) {
    sources.push_back({{"key", evidence.source}, {"stance", evidence.stance}, {"words", evidence.words}});
  }
  for (const study::UsedSource& source : claim.sources) {
    sources.push_back({{"key", source.citation.key}, {"citation", source.citation.in_words()}, {"stance", "input"}});
  }
  return {{"id", claim.id},
          {"verdict", study::to_word(claim.verdict)},
          {"words", claim.words},
          {"form", claim.form},
          {"why", claim.why},
          {"numbers", std::move(numbers)},
          {"refused", claim.refused},
          {"not_refused", claim.not_refused},
          {"note", claim.note},
          {"validation", claim.validation},
          {"sources", std::move(sources)}};
}

/// The ids asked for, or all that have a file. Throws InputError with a suggestion.
std::vector<std::string> wanted(const Context& context) {
  const std::vector<std::string> all = study::claims_with_files(context.data);
  if (context.options.words.empty()) return all;
  std::vector<std::string> ids;
  for (std::string word : context.options.words) {
    if (!word.empty() && word.front() == 'c') word.front() = 'C';
    if (std::find(all.begin(), all.end(), word) == all.end()) {
      throw InputError(fmt::format("the claim '{}' is not judged yet, or is none", word), suggestion(word, all));
    }
    ids.push_back(word);
  }
  return ids;
}

}  // namespace

int judge_claims(Context& context) {
  study::RunControl control;
  control.threads = context.options.threads;
  control.clone = numerics::clone_by_name(context.options.kernel);
  control.stop = context.stop;
  Json all = Json::array();
  bool is_met = true;
  for (const std::string& id : wanted(context)) {
    Progress progress(context.options, id);
    control.progress = [&](std::uint32_t done, std::uint32_t of) { progress.show(done, of); };
    const study::JudgedClaim claim = study::judge(id, context.data, context.units, control);
    is_met = is_met && claim.verdict == study::Verdict::supported;
    if (context.options.json) {
      all.push_back(claim_json(claim));
    } else {
      print(shown(claim_text(claim)) + "\n");
    }
  }
  if (context.options.json) print(all.dump(2) + "\n");
  return context.options.fail_on == "verdict" && !is_met ? 3 : 0;
}

}  // namespace percuta::apps
