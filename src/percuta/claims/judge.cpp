#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "percuta/claims/arms.hpp"
#include "percuta/claims/assumed_inputs.hpp"
#include "percuta/claims/claims.hpp"
#include "percuta/numerics/parallel.hpp"
#include "percuta/run/run.hpp"
#include "percuta/study/study.hpp"

namespace percuta::claims {
namespace {

/// One test with its arms at hand.
struct Bench {
  const ClaimTest& test;
  const ArmRun& arm;
  const ArmRun* versus;  ///< nullptr: against the threshold itself
  double threshold;      ///< SI, or a factor
};

/// nullopt where one of the numbers does not exist.
std::optional<bool> is_on_claims_side(const Bench& bench, double value, double versus) {
  if (std::isnan(value) || std::isnan(versus)) return std::nullopt;
  const double mark = bench.versus == nullptr ? bench.threshold : bench.threshold * versus;
  return bench.test.side == "above" ? value >= mark : value < mark;
}

/// Members that have the numbers, and those of them on the claim's side.
struct Count {
  std::size_t defined = 0, on_side = 0;
};

Count count_sides(const Bench& bench) {
  const std::vector<double> ours = bench.arm.table[bench.test.quantity];
  const std::vector<double> others =
      bench.versus == nullptr ? std::vector<double>() : bench.versus->table[bench.test.quantity];
  Count count;
  for (std::size_t i = 0; i < ours.size(); ++i) {
    const std::optional<bool> side = is_on_claims_side(bench, ours[i], others.empty() ? 0 : others[i]);
    count.defined += side ? 1 : 0;
    count.on_side += side.value_or(false) ? 1 : 0;
  }
  return count;
}

/// The side with every input at its median but `path`, which both arms take at `end`; an arm without that input keeps
/// its own. nullopt where a number does not exist then.
std::optional<bool> side_at(const Bench& bench, const std::string& path, double Quantity::* end,
                            const run::RunControl& control) {
  const auto value_of = [&](const ArmRun& arm) {
    course::Inputs inputs = arm.model.inputs;
    for (const AssumedInput& input : assumed_inputs([&](Visitor& visitor) { describe(inputs, visitor); })) {
      if (input.path == path) input.quantity->value = input.quantity->*end;
    }
    const Member median{arm.model.seed, 0, arm.model.members};
    return run::simulate_one(arm.model, inputs, median, control)[bench.test.quantity].front();
  };
  return is_on_claims_side(bench, value_of(bench.arm), bench.versus == nullptr ? 0 : value_of(*bench.versus));
}

/// The assumed inputs inside whose range the median answer turns.
std::vector<std::string> flips_of(const Bench& bench, const run::RunControl& control) {
  course::Inputs inputs = bench.arm.model.inputs;
  const std::vector<AssumedInput> assumed = assumed_inputs([&](Visitor& visitor) { describe(inputs, visitor); });
  const std::optional<bool> median = side_at(bench, "", &Quantity::value, control);
  std::vector<char> turns(assumed.size());
  numerics::parallel_for(assumed.size(), control.threads, [&](std::size_t i) {
    if (control.is_stopped()) return;
    const std::optional<bool> low = side_at(bench, assumed[i].path, &Quantity::low, control);
    turns[i] = low != median || side_at(bench, assumed[i].path, &Quantity::high, control) != median ? 1 : 0;
  });
  if (control.is_stopped()) throw Interrupted(control.when_stopped);
  std::vector<std::string> flips;
  for (std::size_t i = 0; i < assumed.size(); ++i) {
    if (turns[i] != 0) flips.push_back(assumed[i].path);
  }
  return flips;
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

TestOutcome outcome_of(const Bench& bench, const Units& units, const run::RunControl& control) {
  TestOutcome outcome;
  outcome.name = bench.test.name;
  outcome.quantity = bench.test.quantity;
  outcome.unit = bench.arm.table.column(bench.test.quantity).unit;
  outcome.side = bench.test.side;
  outcome.value = interval_at(bench.arm, bench.test.quantity, units);
  const double mark = bench.test.threshold;
  outcome.versus =
      bench.versus == nullptr ? Interval{mark, mark, mark} : interval_at(*bench.versus, bench.test.quantity, units);
  outcome.versus_name = bench.test.versus;
  const Count count = count_sides(bench);
  outcome.undefined = undefined_words(bench, count);
  outcome.is_judged = are_enough(count.defined, bench.arm.table.members());
  if (!outcome.is_judged) return outcome;
  outcome.share = static_cast<double>(count.on_side) / static_cast<double>(count.defined);
  outcome.flips = flips_of(bench, control);
  outcome.verdict = verdict_of(outcome.share, !outcome.flips.empty());
  return outcome;
}

const ArmRun& arm_named(const std::vector<ArmRun>& arms, const std::string& name) {
  const auto found = std::find_if(arms.begin(), arms.end(), [&](const ArmRun& arm) { return arm.name == name; });
  if (found == arms.end()) throw InputError(fmt::format("the claim's file has no arm '{}'", name));
  return *found;
}

std::vector<ArmRun> run_arms(const ClaimFile& file, const DataFolder& data, const Units& units,
                             const run::RunControl& control) {
  std::vector<ArmRun> arms;
  const auto all = static_cast<std::uint32_t>(file.members * static_cast<std::int64_t>(file.arm.size()));
  for (const ClaimArm& arm : file.arm) {
    const auto before = static_cast<std::uint32_t>(file.members * static_cast<std::int64_t>(arms.size()));
    run::RunControl inner = control;
    if (control.progress)
      inner.progress = [&, before](std::uint32_t done, std::uint32_t) { control.progress(before + done, all); };
    ArmRun run{arm.name, load_arm(arm.study, arm.set, file.members, data, units), {}};
    run.table = run::simulate_members(run.model, inner);
    arms.push_back(std::move(run));
  }
  return arms;
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
  }
  return why + ".";
}

void add_sources(const std::vector<ArmRun>& arms, JudgedClaim& judged) {
  std::map<std::string, study::UsedSource> all;
  for (const ArmRun& arm : arms) {
    for (const study::UsedSource& source : arm.model.sources) all.emplace(source.citation.key, source);
  }
  for (auto& [key, source] : all) judged.sources.push_back(std::move(source));
}

void judge_tests(const ClaimFile& file, const std::vector<ArmRun>& arms, const Units& units,
                 const run::RunControl& control, JudgedClaim& judged) {
  for (const ClaimTest& test : file.test) {
    const ArmRun* versus = test.versus.empty() ? nullptr : &arm_named(arms, test.versus);
    const ArmRun& arm = arm_named(arms, test.arm);
    const std::string& unit = arm.table.column(test.quantity).unit;
    const double threshold = versus != nullptr ? test.threshold.value : units.to_si(test.threshold, unit);
    judged.tests.push_back(outcome_of({test, arm, versus, threshold}, units, control));
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

JudgedClaim judge(const std::string& id, const DataFolder& data, const Units& units, const run::RunControl& wanted) {
  run::RunControl control = wanted;
  control.when_stopped = "stopped before the verdict";
  const auto file = read_struct<ClaimFile>(
      read_document(data.beside(fmt::format("claims/{}.toml", id), "a claim's file")), nullptr, units);
  JudgedClaim judged;
  judged.id = id;
  judged.words = words_of(id, data, units);
  judged.form = file.form;
  judged.note = file.note;
  judged.validation = file.validation;
  judged.evidence = file.evidence;
  if (!file.refusal.empty()) {
    judge_refusals(file, data, units, judged);
    return judged;
  }
  const std::vector<ArmRun> arms = run_arms(file, data, units, control);
  judge_tests(file, arms, units, control, judged);
  add_sources(arms, judged);
  return judged;
}

}  // namespace percuta::claims
