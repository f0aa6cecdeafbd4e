#include "percuta/claims/test_outcome.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <utility>

#include "percuta/base/error.hpp"

namespace percuta::claims {
namespace {

/// One test with its arms at hand.
struct Bench {
  const ClaimTest& test;
  std::vector<const ArmRun*> arms;  ///< the arm, or those along which its number should rise
  const ArmRun* minus;              ///< may be nullptr, as the next
  const ArmRun* versus;             ///< nullptr: against the threshold itself
  run::Reading reading, versus_reading;
  double threshold;  ///< SI, or a factor
  double upper;      ///< of "between", SI
  double floor;      ///< SI; what is below counts as it
  const Units& units;

  double counted(double value) const { return value < floor ? floor : value; }
};

/// nullopt where one of the numbers does not exist.
std::optional<bool> is_on_claims_side(const Bench& bench, double value, double versus) {
  if (std::isnan(value) || std::isnan(versus)) return std::nullopt;
  const double mark = bench.versus == nullptr ? bench.threshold : bench.threshold * bench.counted(versus);
  const double counted = bench.counted(value);
  if (bench.test.side == "between") return counted >= mark && counted <= bench.upper;
  if (bench.test.side == "rising") return counted > mark;
  return bench.test.side == "below" ? counted < mark : counted >= mark;
}

/// How much more a number is an arm further along, by least squares.
double slope_of(const std::vector<double>& values) {
  const double middle = 0.5 * static_cast<double>(values.size() - 1);
  double sum = 0, squares = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double off = static_cast<double>(i) - middle;
    sum += off * values[i];
    squares += off * off;
  }
  return sum / squares;
}

/// The number that is judged, `number(arm)` being an arm's.
template <class Number>
double judged_number(const Bench& bench, Number number) {
  if (bench.test.side == "rising") {
    std::vector<double> values;
    for (const ArmRun* arm : bench.arms) values.push_back(number(*arm));
    return slope_of(values);
  }
  return number(*bench.arms.front()) - (bench.minus == nullptr ? 0 : number(*bench.minus));
}

/// Every member's numbers, ours and the other arm's (0 without one).
struct MemberNumbers {
  std::vector<double> ours, versus;
};

MemberNumbers member_numbers(const Bench& bench, const run::Reading& reading, const run::Reading& versus_reading) {
  std::map<const ArmRun*, std::vector<double>> by_arm;
  for (const ArmRun* arm : bench.arms) by_arm[arm] = run::read(arm->table, reading, bench.units);
  if (bench.minus != nullptr) by_arm[bench.minus] = run::read(bench.minus->table, reading, bench.units);
  MemberNumbers numbers;
  const std::size_t members = bench.arms.front()->table.members();
  for (std::size_t i = 0; i < members; ++i) {
    numbers.ours.push_back(judged_number(bench, [&](const ArmRun& arm) { return by_arm.at(&arm)[i]; }));
  }
  numbers.versus = bench.versus == nullptr ? std::vector<double>(members)
                                           : run::read(bench.versus->table, versus_reading, bench.units);
  return numbers;
}

/// Members that have the numbers, and those of them on the claim's side.
struct Count {
  std::size_t defined = 0, on_side = 0;
};

Count count_sides(const Bench& bench, const MemberNumbers& numbers) {
  Count count;
  for (std::size_t i = 0; i < numbers.ours.size(); ++i) {
    const std::optional<bool> side = is_on_claims_side(bench, numbers.ours[i], numbers.versus[i]);
    count.defined += side ? 1 : 0;
    count.on_side += side.value_or(false) ? 1 : 0;
  }
  return count;
}

/// The side that the numbers of the arms stand on, by a function that reads them: `number(arm, reading)`.
template <class Number>
std::optional<bool> side_of(const Bench& bench, Number number) {
  const double ours = judged_number(bench, [&](const ArmRun& arm) { return number(arm, bench.reading); });
  return is_on_claims_side(bench, ours, bench.versus == nullptr ? 0 : number(*bench.versus, bench.versus_reading));
}

/// Assumed inputs of all arms, each once.
std::vector<std::string> assumed_of(const Bench& bench) {
  std::vector<std::string> paths;
  std::vector<const ArmRun*> arms = bench.arms;
  for (const ArmRun* arm : {bench.minus, bench.versus}) {
    if (arm != nullptr) arms.push_back(arm);
  }
  for (const ArmRun* arm : arms) {
    for (const std::string& path : arm->assumed) {
      if (std::find(paths.begin(), paths.end(), path) == paths.end()) paths.push_back(path);
    }
  }
  return paths;
}

/// The assumed inputs inside whose range the median answer turns; all arms take them at the same end.
std::vector<std::string> flips_of(const Bench& bench) {
  const auto median =
      side_of(bench, [&](const ArmRun& arm, const run::Reading& reading) { return arm.median(reading, bench.units); });
  std::vector<std::string> flips;
  for (const std::string& path : assumed_of(bench)) {
    const auto turns_at = [&](End end) {
      return side_of(bench, [&](const ArmRun& arm, const run::Reading& reading) {
               return arm.turned_to(path, end, reading, bench.units);
             }) != median;
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
    run::Reading reading = bench.reading, versus = bench.versus_reading;
    reading.quantity = versus.quantity = quantity;
    const double other = share_of_side(count_sides(bench, member_numbers(bench, reading, versus)));
    if (std::isnan(other) || (2 * other >= 1) != (2 * share >= 1)) turns.push_back(quantity);
  }
  return turns;
}

/// Of the members that have the number; not a number when none has.
Interval shown_interval(std::vector<double> numbers, const std::string& unit, const Units& units) {
  std::erase_if(numbers, [](double number) { return std::isnan(number); });
  if (numbers.empty()) return {k_undefined, k_undefined, k_undefined};
  const Interval si = interval_of(std::move(numbers));
  return {units.from_si(si.value, unit), units.from_si(si.low, unit), units.from_si(si.high, unit)};
}

/// "" where every member has the numbers.
std::string undefined_words(const Bench& bench, const Count& count) {
  const ResultColumn& column = bench.arms.front()->table.column(bench.test.quantity);
  const std::size_t members = bench.arms.front()->table.members();
  if (count.defined == members) return "";
  return fmt::format(
      "{} is defined in {} of {} members{}: it needs {}", column.name, count.defined, members,
      bench.versus == nullptr ? "" : " of both arms",
      bench.reading.crossing ? "a course that rises above the level and falls below it again" : column.needs);
}

/// In which people read the number: that of the quantity, or of the axis along which it crosses a level.
std::string unit_of(const ArmRun& arm, const ClaimTest& test) {
  const ResultColumn& column = arm.table.column(test.quantity);
  return !test.below.source.empty() && column.axis ? column.axis->unit : column.unit;
}

TestOutcome outcome_of(const Bench& bench) {
  TestOutcome outcome;
  outcome.name = bench.test.name;
  outcome.part = bench.test.part;
  outcome.is_beside = bench.test.is_beside;
  outcome.quantity = bench.test.quantity;
  outcome.unit = unit_of(*bench.arms.front(), bench.test);
  outcome.side = bench.test.side;
  const MemberNumbers numbers = member_numbers(bench, bench.reading, bench.versus_reading);
  outcome.value = shown_interval(numbers.ours, outcome.unit, bench.units);
  const double mark = bench.test.threshold;
  outcome.versus =
      bench.versus == nullptr ? Interval{mark, mark, mark} : shown_interval(numbers.versus, outcome.unit, bench.units);
  if (bench.test.side == "between") outcome.versus.high = bench.test.upper;
  outcome.versus_name = bench.test.versus;
  const Count count = count_sides(bench, numbers);
  outcome.undefined = undefined_words(bench, count);
  outcome.is_judged = are_enough(count.defined, bench.arms.front()->table.members());
  if (!outcome.is_judged) return outcome;
  outcome.share = share_of_side(count);
  outcome.flips = flips_of(bench);
  outcome.turns = turns_of(bench, outcome.share);
  outcome.verdict = verdict_of(outcome.share, !outcome.flips.empty() || !outcome.turns.empty());
  return outcome;
}

/// A test with its arms, its readings and its marks in SI.
Bench bench_of(const ClaimTest& test, const ClaimFile& file, const Arms& arms, const Units& units) {
  const auto named = [&](const std::string& name) { return name.empty() ? nullptr : &arms.named(file, name); };
  Bench bench{test, {}, named(test.minus), named(test.versus), {}, {}, 0, 0, 0, units};
  if (test.side == "rising" && test.along.size() < 2) {
    throw InputError(fmt::format("the test '{}' names no arms to rise along", test.name), "along = two arms or more");
  }
  for (const std::string& name : test.along) bench.arms.push_back(named(name));
  if (bench.arms.empty()) bench.arms.push_back(named(test.arm));
  const std::string& own = bench.arms.front()->table.column(test.quantity).unit;
  const std::string unit = unit_of(*bench.arms.front(), test);
  const auto given = [](const Quantity& quantity) { return !quantity.source.empty(); };
  bench.reading.quantity = bench.versus_reading.quantity = test.quantity;
  if (given(test.at)) bench.reading.at = test.at.value;
  bench.reading.is_peak = test.is_peak;
  if (given(test.below)) bench.reading.crossing = units.to_si(test.below, own);
  if (given(test.versus_at) || test.is_versus_peak) {
    if (given(test.versus_at)) bench.versus_reading.at = test.versus_at.value;
    bench.versus_reading.is_peak = test.is_versus_peak;
  } else {
    bench.versus_reading = bench.reading;
  }
  bench.threshold = bench.versus != nullptr ? test.threshold.value : units.to_si(test.threshold, unit);
  bench.upper = units.to_si(test.upper, unit);
  bench.floor = given(test.floor) ? units.to_si(test.floor, unit) : -std::numeric_limits<double>::infinity();
  return bench;
}

}  // namespace

TestOutcome outcome_of(const ClaimTest& test, const ClaimFile& file, const Arms& arms, const Units& units) {
  return outcome_of(bench_of(test, file, arms, units));
}

}  // namespace percuta::claims
