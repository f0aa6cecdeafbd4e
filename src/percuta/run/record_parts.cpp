#include "percuta/run/record_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace percuta::run {

namespace {

Interval shown(const Interval& si, const std::string& unit, const Units& units) {
  return {units.from_si(si.value, unit), units.from_si(si.low, unit), units.from_si(si.high, unit)};
}

UndefinedResult undefined_of(const ResultColumn& column) {
  return {column.room, column.name, "needs " + column.needs, column.session};
}

/// In how many members a result is defined, when not in all.
std::string partly_defined(std::size_t defined, std::size_t members) {
  return defined < members ? fmt::format("defined in {} of {} members", defined, members) : "";
}

/// What the reader of one number must know beside its interval.
std::string note_of(const ResultColumn& column, const std::vector<double>& defined, std::size_t members) {
  std::string note = partly_defined(defined.size(), members);
  const auto zeros = std::count(defined.begin(), defined.end(), 0.0);
  if (column.at_zero.empty() || zeros == 0) return note;
  return fmt::format("{}{}{} in {} of {} members", note, note.empty() ? "" : "; ", column.at_zero, zeros, members);
}

/// The numbers of one session, or with 0 of the course; what no member has goes to `undefined`.
std::vector<Result> results_of(const ResultTable& table, std::uint32_t session, const Units& units,
                               std::vector<UndefinedResult>& undefined) {
  std::vector<Result> results;
  for (const ResultColumn& column : table.columns()) {
    if (column.session != session || column.axis || !column.is_listed) continue;
    const std::vector<double> defined = table.defined(column.key(), session);
    if (defined.empty()) {
      undefined.push_back(undefined_of(column));
      continue;
    }
    results.push_back({column.room, column.name, column.unit, column.meaning,
                       shown(interval_of(defined), column.unit, units), note_of(column, defined, table.members())});
  }
  return results;
}

CurveSet& set_for(const ResultColumn& column, const Units& units, std::vector<CurveSet>& sets) {
  const auto found =
      std::find_if(sets.begin(), sets.end(), [&](const CurveSet& set) { return set.name == column.figure; });
  if (found != sets.end()) return *found;
  CurveSet set{column.figure, column.axis->name, column.axis->unit, {}, {}};
  for (const double at : column.axis->at) set.at.push_back(units.from_si(at, column.axis->unit));
  sets.push_back(std::move(set));
  return sets.back();
}

/// In how many members a series is defined, at the place where it is in fewest.
std::size_t least_defined(const ResultTable& table, const ResultColumn& column) {
  std::size_t least = table.members();
  for (std::size_t i = 0; i < column.size(); ++i) {
    least = std::min(least, table.defined(column.key(), column.session, i).size());
  }
  return least;
}

/// Series that are drawn together become one set, in the order of the table; what no member has goes to `undefined`.
std::vector<CurveSet> curves_of(const ResultTable& table, const Units& units, std::vector<UndefinedResult>& undefined) {
  std::vector<CurveSet> sets;
  for (const ResultColumn& column : table.columns()) {
    if (!column.axis || column.figure.empty()) continue;
    const std::size_t defined = least_defined(table, column);
    if (defined == 0) {
      undefined.push_back(undefined_of(column));
      continue;
    }
    const std::string note = partly_defined(defined, table.members());
    Curve curve{column.name, column.unit, note.empty() ? column.meaning : column.meaning + "; " + note, {}};
    for (std::size_t i = 0; i < column.size(); ++i) {
      curve.values.push_back(shown(table.interval(column.key(), column.session, i), column.unit, units));
    }
    set_for(column, units, sets).curves.push_back(std::move(curve));
  }
  return sets;
}

std::vector<LayerBand> layers_of(const ResultTable& table) {
  std::vector<LayerBand> layers;
  const std::vector<std::string>& names = table.column("skin.layer_top").axis->names;
  for (std::size_t i = 0; i < names.size(); ++i) {
    layers.push_back({names[i], table.interval("skin.layer_top", 1, i), table.interval("skin.layer_bottom", 1, i)});
  }
  return layers;
}

/// Per member with a strike in the window, the share of the strikes that get at least as deep as each edge: those that
/// pierced, less what ended above it.
std::vector<std::vector<double>> deeper_shares(const ResultTable& table, const std::vector<std::vector<double>>& bins) {
  const std::vector<double> strikes = table["coverage.density"];
  std::vector<double> left = table["insertion.pierced_share"];
  std::vector<std::vector<double>> shares(bins.size() + 1);
  for (std::size_t m = 0; m < left.size(); ++m) {
    if (!(strikes[m] > 0)) continue;
    shares[0].push_back(left[m]);
    for (std::size_t i = 0; i < bins.size(); ++i) {
      left[m] -= bins[i][m] / strikes[m];
      shares[i + 1].push_back(std::max(0.0, left[m]));
    }
  }
  return shares;
}

/// Empty when no needle lands in the window of any member.
DepthHistogram histogram_of(const ResultTable& table) {
  DepthHistogram histogram;
  std::vector<double> not_pierced = table.defined("insertion.pierced_share");
  if (not_pierced.empty()) return histogram;
  const ResultColumn& column = table.column("insertion.strikes_by_depth");
  histogram.edges = column.axis->at;
  histogram.edges.push_back(histogram.edges.back() + histogram.edges[1]);
  std::vector<std::vector<double>> bins;
  for (std::size_t i = 0; i < column.size(); ++i) {
    bins.push_back(table.values(column.key(), 1, i));
    histogram.density.push_back(interval_of(bins.back()));
    const double sum = std::accumulate(bins.back().begin(), bins.back().end(), 0.0);
    histogram.mean.push_back(sum / static_cast<double>(table.members()));
  }
  for (std::vector<double>& share : deeper_shares(table, bins)) {
    histogram.deeper.push_back(interval_of(std::move(share)));
  }
  for (double& share : not_pierced) share = 1 - share;
  histogram.not_pierced_share = interval_of(std::move(not_pierced));
  return histogram;
}

}  // namespace

void add_results(const Units& units, Record& record) {
  const ResultTable& table = record.table;
  record.results = results_of(table, 1, units, record.undefined);
  record.of_course = results_of(table, 0, units, record.undefined);
  record.results.insert(record.results.end(), record.of_course.begin(), record.of_course.end());
  std::uint32_t sessions = 1;
  for (const ResultColumn& column : table.columns()) sessions = std::max(sessions, column.session);
  for (std::uint32_t number = 1; sessions > 1 && number <= sessions; ++number) {
    std::vector<UndefinedResult> of_first;  // they stand in the list already
    record.sessions.push_back(results_of(table, number, units, number == 1 ? of_first : record.undefined));
  }
  record.curves = curves_of(table, units, record.undefined);
  record.layers = layers_of(table);
  if (table.has("insertion.strikes_by_depth")) record.histogram = histogram_of(table);
}

}  // namespace percuta::run
