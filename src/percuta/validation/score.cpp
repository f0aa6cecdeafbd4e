#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "percuta/validation/validation.hpp"

namespace percuta::validation {

namespace {

bool is_value(const Measured& row) {
  return row.spread_kind != "bound" && row.spread_kind != "order" && row.spread_kind != "binary";
}

/// The upper one of an even number; 0 of none.
double median_of(std::vector<double> values) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

/// How many times the larger of two numbers above 0 is the smaller.
double factor_between(double a, double b) {
  return std::max(a, b) / std::min(a, b);
}

/// A measured value of a calibration case, in SI; `mark` tells one measurement from another.
struct Known {
  std::string mark;
  double value = 0;
};

std::string mark_of(const std::string& list, const std::string& id, const std::string& quantity) {
  return list + " " + id + " " + quantity;
}

std::map<std::string, std::vector<Known>> known_values(const std::vector<Case>& cases, const CaseRoles& roles,
                                                       const Units& units) {
  std::map<std::string, std::vector<Known>> known;
  for (const Case& one : cases) {
    const CaseRole* role = roles.find(one.list, one.id);
    if (role == nullptr || role->role != "calibration") continue;
    for (const Comparison& comparison : one.comparisons) {
      if (!comparison.not_stated.empty()) continue;
      const std::string subject = plain_quantity(comparison, units);
      const Measured& row = one.row(comparison.measured);
      if (subject.empty() || !is_value(row)) continue;
      known[subject].push_back({mark_of(one.list, one.id, row.quantity), units.to_si(*row.value, row.unit)});
    }
  }
  return known;
}

/// The mean of what calibration cases measured of the same quantity, this row left out; without any, no change:
/// a ratio of 1, else 0.
double naive_value(const Judged& judged, const std::map<std::string, std::vector<Known>>& known, const Units& units) {
  const double no_change = judged.is_ratio ? 1 : 0;
  const auto found = known.find(judged.naive_subject);
  if (found == known.end() || judged.measured.spread_kind == "binary") return no_change;
  double sum = 0, count = 0;
  for (const Known& one : found->second) {
    if (one.mark == mark_of(judged.list, judged.id, judged.quantity)) continue;
    sum += one.value;
    count += 1;
  }
  return count > 0 ? units.from_si(sum / count, judged.unit) : no_change;
}

/// A rule without a band is inside when it lies in what the measured row itself spans.
bool is_naive_inside(const Judged& judged) {
  if (!is_value(judged.measured)) return obeys_sign(judged.measured, judged.naive);
  const double value = *judged.measured.value;
  const double low = judged.measured.low.value_or(value), high = judged.measured.high.value_or(value);
  return judged.naive >= low && judged.naive <= high;
}

}  // namespace

void add_naive_rule(const std::vector<Case>& cases, const CaseRoles& roles, const Units& units,
                    std::vector<Judged>& judged) {
  const auto known = known_values(cases, roles, units);
  for (Judged& row : judged) {
    if (!row.not_stated.empty()) continue;
    row.naive = naive_value(row, known, units);
    row.is_naive_inside = is_naive_inside(row);
  }
}

Score score_of(const std::vector<Judged>& judged) {
  Score score;
  std::vector<double> widths, factors, naive_factors;
  for (const Judged& row : judged) {
    if (!row.not_stated.empty()) {
      ++score.not_stated;
      continue;
    }
    ++score.rows;
    score.inside += row.is_inside ? 1 : 0;
    score.naive_inside += row.is_naive_inside ? 1 : 0;
    if (!is_value(row.measured)) continue;
    const double theirs = *row.measured.value;
    const double unbounded = std::numeric_limits<double>::infinity();
    widths.push_back(row.ours.low > 0 ? row.ours.high / row.ours.low : unbounded);
    if (theirs > 0 && row.ours.value > 0) factors.push_back(factor_between(row.ours.value, theirs));
    if (theirs > 0 && row.naive > 0) naive_factors.push_back(factor_between(row.naive, theirs));
  }
  score.sharpness = median_of(widths);
  score.factor = median_of(factors);
  score.naive_factor = median_of(naive_factors);
  return score;
}

}  // namespace percuta::validation
