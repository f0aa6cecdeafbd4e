#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "console.hpp"
#include "percuta/base/text/number.hpp"
#include "percuta/claims/claims.hpp"
#include "verbs.hpp"

namespace percuta::apps {

namespace {

using Json = nlohmann::ordered_json;

std::string amount(const Interval& interval, const std::string& unit) {
  const std::string tail = unit == "1" ? "" : " " + unit;
  if (interval.low == interval.high) return short_text(interval.value) + tail;
  return fmt::format("{} ({} to {}){}", short_text(interval.value), short_text(interval.low), short_text(interval.high),
                     tail);
}

std::string test_lines(const claims::TestOutcome& test) {
  const std::string versus = test.versus_name.empty() ? "" : test.versus_name + ", ";
  return fmt::format("    {:<44} {:<14} {:>3.0f} % on the claim's side\n      {} {}, to be {} {}{}\n", test.name,
                     claims::to_word(test.verdict), 100 * test.share, test.quantity, amount(test.value, test.unit),
                     test.side, versus, amount(test.versus, test.unit));
}

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string claim_text(const claims::JudgedClaim& claim) {
  std::string text = fmt::format("{}  {}\n    \"{}\"\n", claim.id, claims::to_word(claim.verdict), claim.words);
  if (!claim.form.empty()) text += fmt::format("    Judged today: {}\n", claim.form);
  for (const claims::TestOutcome& test : claim.tests) {
    text += test_lines(test);
    if (!test.flips.empty()) text += fmt::format("      turns inside the assumed range of: {}\n", listed(test.flips));
  }
  if (!claim.refused.empty()) text += fmt::format("    Refused: {}\n", listed(claim.refused));
  if (!claim.not_refused.empty()) text += fmt::format("    Not refused: {}\n", listed(claim.not_refused));
  if (!claim.note.empty()) text += fmt::format("    {}\n", claim.note);
  for (const claims::ClaimEvidence& evidence : claim.evidence) {
    text += fmt::format("    {:<8} {} [{}]\n", evidence.stance, evidence.words, evidence.source);
  }
  if (!claim.validation.empty()) text += fmt::format("    Cases near: {}\n", listed(claim.validation));
  return text;
}

Json interval_json(const Interval& interval, const std::string& unit) {
  return {{"value", rounded(interval.value)},
          {"low", rounded(interval.low)},
          {"high", rounded(interval.high)},
          {"unit", unit}};
}

Json claim_json(const claims::JudgedClaim& claim) {
  Json numbers = Json::array();
  for (const claims::TestOutcome& test : claim.tests) {
    numbers.push_back({{"name", test.name},
                       {"quantity", test.quantity},
                       {"verdict", claims::to_word(test.verdict)},
                       {"share", rounded(test.share)},
                       {"side", test.side},
                       {"value", interval_json(test.value, test.unit)},
                       {"versus", interval_json(test.versus, test.unit)},
                       {"versus_name", test.versus_name},
                       {"flips", test.flips}});
  }
  Json sources = Json::array();
  for (const claims::ClaimEvidence& evidence : claim.evidence) {
    sources.push_back({{"key", evidence.source}, {"stance", evidence.stance}, {"words", evidence.words}});
  }
  for (const study::UsedSource& source : claim.sources) {
    sources.push_back({{"key", source.citation.key}, {"citation", source.citation.in_words()}, {"stance", "input"}});
  }
  return {{"id", claim.id},
          {"verdict", claims::to_word(claim.verdict)},
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
  const std::vector<std::string> all = claims::claims_with_files(context.data);
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
  run::RunControl control;
  control.threads = context.options.threads;
  control.clone = numerics::clone_by_name(context.options.kernel);
  control.stop = context.stop;
  Json all = Json::array();
  bool is_met = true;
  for (const std::string& id : wanted(context)) {
    Progress progress(context.options, id);
    control.progress = [&](std::uint32_t done, std::uint32_t of) { progress.show(done, of); };
    const claims::JudgedClaim claim = claims::judge(id, context.data, context.units, control);
    is_met = is_met && claim.verdict == claims::Verdict::supported;
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
