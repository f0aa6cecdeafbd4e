#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "percuta/base/error.hpp"
#include "percuta/base/random.hpp"
#include "percuta/validation/readings.hpp"
#include "percuta/validation/validation.hpp"

namespace percuta::validation {

namespace {

const VariantRun& run_named(const std::vector<VariantRun>& runs, const std::string& name) {
  const auto found = std::find_if(runs.begin(), runs.end(), [&](const VariantRun& run) { return run.name == name; });
  return name.empty() || found == runs.end() ? runs.front() : *found;
}

/// What a comparison's formula gives in one variant, read at `moment` where that is given.
std::vector<double> term_of(const VariantRun& run, const Comparison& comparison, const Quantity& moment,
                            const Units& units) {
  const auto numbers_of = [&](const std::string& quantity) {
    return run::read(run.table, reading_of(comparison, quantity, moment, run.table, units), units);
  };
  std::vector<double> values = numbers_of(comparison.quantity);
  if (comparison.less.empty()) return values;
  const std::vector<double> less = numbers_of(comparison.less);
  for (std::size_t i = 0; i < values.size(); ++i) values[i] -= less[i];
  return values;
}

/// Member by member, in the measured row's unit. Members share their draws, so differences and ratios keep pairs.
/// A ratio of nothing to nothing is 1: no difference.
std::vector<double> ours_of(const std::vector<VariantRun>& runs, const Comparison& comparison, const Measured& row,
                            const Units& units) {
  std::vector<double> values = term_of(run_named(runs, comparison.of), comparison, {}, units);
  const auto combine = [&](const std::string& variant, const Quantity& moment, auto with) {
    if (variant.empty()) return;
    const std::vector<double> other = term_of(run_named(runs, variant), comparison, moment, units);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = with(values[i], other.at(i));
  };
  combine(comparison.minus, comparison.minus_at, [](double a, double b) { return a - b; });
  combine(comparison.over, comparison.over_at, [](double a, double b) { return a == 0 && b == 0 ? 1 : a / b; });
  const bool is_plain = comparison.over.empty() && !(comparison.per > 0);
  for (double& value : values) {
    if (comparison.per > 0) value /= comparison.per;
    if (is_plain) value = units.from_si(value, row.unit);
  }
  return values;
}

/// The decile of the standard normal distribution: an interval's end over the standard deviation.
double decile() {
  return normal_quantile((1 + k_interval_level) / 2);
}

/// What the measured value itself leaves open, below and above it: of a mean of n people their spread over the root
/// of n; of an unknown number all of it.
Interval measured_band(const Measured& row) {
  const double value = *row.value;
  if (!row.low || !row.high || row.spread_kind == "none") return {value, value, value};
  const double n = row.people > 0 ? static_cast<double>(row.people) : 1;
  const double scale = row.spread_kind == "sd" ? decile() / std::sqrt(n) : 1;
  return {value, value - scale * (value - *row.low), value + scale * (*row.high - value)};
}

/// Whether the row says yes or no, rather than how much.
bool is_sign(const Measured& row) {
  return row.spread_kind == "bound" || row.spread_kind == "order" || row.spread_kind == "binary";
}

/// "56 day", "4 h".
std::string moment_in_words(const Quantity& moment, const Units& units) {
  const double days = units.from_si(moment, "day");
  return days < 1 ? fmt::format("{:g} h", units.from_si(moment, "h")) : fmt::format("{:g} day", days);
}

/// Which number of a series is meant: " at 56 day", "" of what is one number.
std::string reading_in_words(const Comparison& comparison, const Units& units) {
  if (is_given(comparison.at)) return " at " + moment_in_words(comparison.at, units);
  if (is_given(comparison.below)) return fmt::format(" below {:g}", comparison.below.value);
  return comparison.peak ? " at its peak" : "";
}

std::string other_in_words(const std::string& variant, const Quantity& moment, const Units& units) {
  return is_given(moment) ? fmt::format("({} at {})", variant, moment_in_words(moment, units))
                          : fmt::format("({})", variant);
}

std::string in_words(const Comparison& comparison, const Units& units) {
  std::string words = comparison.quantity + reading_in_words(comparison, units);
  if (!comparison.less.empty()) words += " - " + comparison.less;
  if (!comparison.of.empty()) words += fmt::format(" ({})", comparison.of);
  if (!comparison.minus.empty()) words += " - " + other_in_words(comparison.minus, comparison.minus_at, units);
  if (!comparison.over.empty()) words += " / " + other_in_words(comparison.over, comparison.over_at, units);
  if (comparison.per > 0) words += " / length";
  return words;
}

void compare(const std::vector<VariantRun>& runs, const Comparison& comparison, const Units& units, Judged& judged) {
  std::vector<double> members = ours_of(runs, comparison, judged.measured, units);
  std::erase_if(members, [](double value) { return !std::isfinite(value); });
  if (members.empty()) {
    judged.not_stated = "no member gives a number: there is nothing to divide by, or nothing to measure";
    return;
  }
  const auto obeying = std::count_if(members.begin(), members.end(), [&](double value) {
    return is_sign(judged.measured) && obeys_sign(judged.measured, value);
  });
  judged.share = static_cast<double>(obeying) / static_cast<double>(members.size());
  judged.ours = interval_of(members);
  judged.band_low = judged.ours.low;
  judged.band_high = judged.ours.high;
  if (is_sign(judged.measured)) {
    judged.is_inside = judged.share > 0.5;
    return;
  }
  // A measured value above ours may itself be too high, and the other way round.
  const Interval theirs = measured_band(judged.measured);
  judged.band_low = judged.ours.value - std::hypot(judged.ours.value - judged.ours.low, theirs.high - theirs.value);
  judged.band_high = judged.ours.value + std::hypot(judged.ours.high - judged.ours.value, theirs.value - theirs.low);
  judged.is_inside = theirs.value >= judged.band_low && theirs.value <= judged.band_high;
}

Judged blank_row(const Case& read, const Measured& measured, const CaseRoles& roles) {
  const CaseRole* role = roles.find(read.list, read.id);
  Judged judged;
  judged.case_name = read.name;
  judged.id = read.id;
  judged.list = read.list;
  judged.room = read.room;
  judged.title = role == nullptr ? "" : role->title;
  judged.role = role == nullptr ? "" : role->role;
  judged.is_counted = roles.counts_as_blind(read.list, read.id);
  judged.quantity = measured.quantity;
  judged.unit = measured.unit;
  judged.measured = measured;
  return judged;
}

}  // namespace

bool obeys_sign(const Measured& row, double value) {
  if (row.spread_kind == "binary") return (value > 0.5) == (*row.value > 0.5);
  const bool is_order = row.spread_kind == "order";
  if (row.low && (is_order ? value <= *row.low : value < *row.low)) return false;
  return !(row.high && (is_order ? value >= *row.high : value > *row.high));
}

std::string plain_quantity(const Comparison& comparison, const Units& units) {
  const bool is_plain = comparison.less.empty() && comparison.minus.empty() && comparison.over.empty();
  if (!is_plain || comparison.per > 0) return "";
  return comparison.quantity + reading_in_words(comparison, units);
}

std::vector<Judged> judge(const Case& read, const std::vector<VariantRun>& runs, const CaseRoles& roles,
                          const Units& units) {
  std::vector<Judged> rows;
  if (!read.not_stated.empty()) {
    for (const Measured& measured : read.measured) {
      rows.push_back(blank_row(read, measured, roles));
      rows.back().not_stated = read.not_stated;
    }
    return rows;
  }
  for (const Comparison& comparison : read.comparisons) {
    Judged judged = blank_row(read, read.row(comparison.measured), roles);
    judged.not_stated = comparison.not_stated;
    if (judged.not_stated.empty()) {
      judged.ours_quantity = in_words(comparison, units);
      judged.naive_subject = plain_quantity(comparison, units);
      judged.is_ratio = !comparison.over.empty();
      compare(runs, comparison, units, judged);
    }
    rows.push_back(std::move(judged));
  }
  return rows;
}

}  // namespace percuta::validation
