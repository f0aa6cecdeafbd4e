#include "percuta/report/tables/claims_table.hpp"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "percuta/base/text/number.hpp"

namespace percuta::report {

namespace {

using claims::JudgedClaim;
using claims::TestOutcome;
using Json = nlohmann::ordered_json;

std::string amount(const Interval& interval, const std::string& unit) {
  if (std::isnan(interval.value)) return "not defined";
  const std::string tail = unit == "1" ? "" : " " + unit;
  if (interval.low == interval.high) return short_text(interval.value) + tail;
  return fmt::format("{} ({} to {}){}", short_text(interval.value), short_text(interval.low), short_text(interval.high),
                     tail);
}

std::string test_lines(const TestOutcome& test) {
  const std::string versus = test.versus_name.empty() ? "" : test.versus_name + ", ";
  const std::string share =
      (test.is_judged ? fmt::format("{:>3.0f} % on the claim's side", 100 * test.share) : "not judged") +
      (test.is_beside ? ", beside the verdict" : "");
  const std::string text =
      fmt::format("    {:<44} {:<14} {}\n      {} {}, to be {} {}{}\n", test.name, claims::to_word(test.verdict), share,
                  test.quantity, amount(test.value, test.unit), test.side, versus, amount(test.versus, test.unit));
  return test.undefined.empty() ? text : text + fmt::format("      {}\n", test.undefined);
}

Json interval_json(const Interval& interval, const std::string& unit) {
  const auto number = [](double value) { return std::isnan(value) ? Json() : Json(rounded(value)); };
  return {{"value", number(interval.value)},
          {"low", number(interval.low)},
          {"high", number(interval.high)},
          {"unit", unit}};
}

Json claim_json(const JudgedClaim& claim) {
  Json numbers = Json::array();
  for (const TestOutcome& test : claim.tests) {
    numbers.push_back({{"name", test.name},
                       {"quantity", test.quantity},
                       {"verdict", claims::to_word(test.verdict)},
                       {"share", test.is_judged ? Json(rounded(test.share)) : Json()},
                       {"side", test.side},
                       {"value", interval_json(test.value, test.unit)},
                       {"versus", interval_json(test.versus, test.unit)},
                       {"versus_name", test.versus_name},
                       {"flips", test.flips},
                       {"turns", test.turns}});
    if (!test.part.empty()) numbers.back()["part"] = test.part;
    if (!test.undefined.empty()) numbers.back()["undefined"] = test.undefined;
    if (test.is_beside) numbers.back()["beside"] = true;
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

}  // namespace

std::string claim_text(const JudgedClaim& claim) {
  std::string text = fmt::format("{}  {}\n    \"{}\"\n", claim.id, claims::to_word(claim.verdict), claim.words);
  if (!claim.form.empty()) text += fmt::format("    Judged today: {}\n", claim.form);
  for (const TestOutcome& test : claim.tests) {
    text += test_lines(test);
    if (!test.flips.empty())
      text += fmt::format("      turns inside the assumed range of: {}\n", fmt::join(test.flips, ", "));
    if (!test.turns.empty()) text += fmt::format("      turns in: {}\n", fmt::join(test.turns, ", "));
  }
  if (!claim.refused.empty()) text += fmt::format("    Refused: {}\n", fmt::join(claim.refused, ", "));
  if (!claim.not_refused.empty()) text += fmt::format("    Not refused: {}\n", fmt::join(claim.not_refused, ", "));
  if (!claim.note.empty()) text += fmt::format("    {}\n", claim.note);
  for (const claims::ClaimEvidence& evidence : claim.evidence) {
    text += fmt::format("    {:<8} {} [{}]\n", evidence.stance, evidence.words, evidence.source);
  }
  if (!claim.validation.empty()) text += fmt::format("    Cases near: {}\n", fmt::join(claim.validation, ", "));
  return text;
}

std::string claims_json(const std::vector<claims::JudgedClaim>& judged) {
  Json all = Json::array();
  for (const JudgedClaim& claim : judged) all.push_back(claim_json(claim));
  return all.dump(2) + "\n";
}

}  // namespace percuta::report
