#include "percuta/claims/judge.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <map>
#include <optional>

namespace percuta::claims {
namespace {

/// One test with its arms at hand.
struct Bench {
  const ClaimTest& test;
  const ArmRun& arm;
  const ArmRun* versus;  ///< nullptr: against the threshold itself
  double threshold;      ///< SI, or a factor
  double floor;          ///< SI; what is below counts as it

  double counted(double value) const { return value < floor ? floor : value; }
};

/// nullopt where one of the numbers does not exist.
std::optional<bool> is_on_claims_side(const Bench& bench, double value, double versus) {
  if (std::isnan(value) || std::isnan(versus)) return std::nullopt;
  const double mark = bench.versus == nullptr ? bench.threshold : bench.threshold * bench.counted(versus);
  return bench.test.side == "above" ? bench.counted(value) >= mark : bench.counted(value) < mark;
}

/// Members that have the numbers, and those of them on the claim's side.
struct Count {
  std::size_t defined = 0, on_side = 0;
};

Count count_sides(const Bench& bench, const std::string& quantity) {
  const std::vector<double> ours = bench.arm.table[quantity];
  const std::vector<double> others = bench.versus == nullptr ? std::vector<double>() : bench.versus->table[quantity];
  Count count;
  for (std::size_t i = 0; i < ours.size(); ++i) {
    const std::optional<bool> side = is_on_claims_side(bench, ours[i], others.empty() ? 0 : others[i]);
    count.defined += side ? 1 : 0;
    count.on_side += side.value_or(false) ? 1 : 0;
  }
  return count;
}

/// The side that the numbers of an arm and its opponent stand on, by a function that reads them.
template <class Value>
std::optional<bool> side_of(const Bench& bench, Value value) {
  return is_on_claims_side(bench, value(bench.arm), bench.versus == nullptr ? 0 : value(*bench.versus));
}

/// The assumed inputs inside whose range the median answer turns; both arms take them at the same end.
std::vector<std::string> flips_of(const Bench& bench) {
  const std::string& quantity = bench.test.quantity;
  const auto median = side_of(bench, [&](const ArmRun& arm) { return arm.median(quantity); });
  std::vector<std::string> flips;
  for (const std::string& path : bench.arm.assumed) {
    const auto turns_at = [&](End end) {
      return side_of(bench, [&](const ArmRun& arm) { return arm.turned_to(path, end, quantity); }) != median;
    };
    if (turns_at(End::low) || turns_at(End::high)) flips.push_back(path);
  }
  return flips;
}

double share_of_side(const Count& count) {
  return count.defined > 0 ? static_cast<double>(count.on_side) / static_cast<double>(count.defined) : k_undefined;
}

/// The other quantities in which most members stand on the other side.
std::vector<std::string> turns_of(const Bench& bench, double share) {
  std::vector<std::string> turns;
  for (const std::string& quantity : bench.test.also) {
    const double other = share_of_side(count_sides(bench, quantity));
    if (std::isnan(other) || (2 * other >= 1) != (2 * share >= 1)) turns.push_back(quantity);
  }
  return turns;
}

/// Of the members that have the number; not a number when none has.
Interval interval_at(const ArmRun& arm, const std::string& quantity, const Units& units) {
  if (arm.table.defined(quantity).empty()) return {k_undefined, k_undefined, k_undefined};
  const Interval si = arm.table.interval(quantity);
  const std::string& unit = arm.table.column(quantity).unit;
  return {units.from_si(si.value, unit), units.from_si(si.low, unit), units.from_si(si.high, unit)};
}

/// "" where every member has the numbers.
std::string undefined_words(const Bench& bench, const Count& count) {
  const ResultColumn& column = bench.arm.table.column(bench.test.quantity);
  const std::size_t members = bench.arm.table.members();
  if (count.defined == members) return "";
  return fmt::format("{} is defined in {} of {} members{}: it needs {}", column.name, count.defined, members,
                     bench.versus == nullptr ? "" : " of both arms", column.needs);
}

TestOutcome outcome_of(const Bench& bench, const Units& units) {
  TestOutcome outcome;
  outcome.name = bench.test.name;
  outcome.part = bench.test.part;
  outcome.is_beside = bench.test.is_beside;
  outcome.quantity = bench.test.quantity;
  outcome.unit = bench.arm.table.column(bench.test.quantity).unit;
  outcome.side = bench.test.side;
  outcome.value = interval_at(bench.arm, bench.test.quantity, units);
  const double mark = bench.test.threshold;
  outcome.versus =
      bench.versus == nullptr ? Interval{mark, mark, mark} : interval_at(*bench.versus, bench.test.quantity, units);
  outcome.versus_name = bench.test.versus;
  const Count count = count_sides(bench, bench.test.quantity);
  outcome.undefined = undefined_words(bench, count);
  outcome.is_judged = are_enough(count.defined, bench.arm.table.members());
  if (!outcome.is_judged) return outcome;
  outcome.share = share_of_side(count);
  outcome.flips = flips_of(bench);
  outcome.turns = turns_of(bench, outcome.share);
  outcome.verdict = verdict_of(outcome.share, !outcome.flips.empty() || !outcome.turns.empty());
  return outcome;
}

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
    for (const std::string& name : {test.arm, test.versus}) {
      if (name.empty()) continue;
      for (const study::UsedSource& source : arms.named(file, name).model.sources)
        all.emplace(source.citation.key, source);
    }
  }
  for (auto& [key, source] : all) judged.sources.push_back(std::move(source));
}

void judge_tests(const ClaimFile& file, const Arms& arms, const Units& units, JudgedClaim& judged) {
  for (const ClaimTest& test : file.test) {
    const ArmRun* versus = test.versus.empty() ? nullptr : &arms.named(file, test.versus);
    const ArmRun& arm = arms.named(file, test.arm);
    const std::string& unit = arm.table.column(test.quantity).unit;
    const double threshold = versus != nullptr ? test.threshold.value : units.to_si(test.threshold, unit);
    const double floor =
        test.floor.source.empty() ? -std::numeric_limits<double>::infinity() : units.to_si(test.floor, unit);
    judged.tests.push_back(outcome_of({test, arm, versus, threshold, floor}, units));
  }
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
