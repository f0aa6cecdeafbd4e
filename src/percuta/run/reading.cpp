#include "percuta/run/reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <limits>

#include "percuta/base/error.hpp"

namespace percuta::run {

namespace {

using Series = std::vector<double>;

int ways_of(const Reading& reading) {
  return (reading.at ? 1 : 0) + (reading.is_peak ? 1 : 0) + (reading.crossing ? 1 : 0);
}

void must_fit(const ResultColumn& column, const Reading& reading) {
  const int ways = ways_of(reading);
  if (!column.axis && ways > 0) {
    throw InputError(fmt::format("'{}' is one number: it has no course to be read along", reading.quantity));
  }
  if (column.axis && ways != 1) {
    throw InputError(fmt::format("'{}' is a series, of which one number is wanted", reading.quantity),
                     "say one of the three: at a place, at its peak, or where it falls below a level");
  }
  if (column.axis && column.axis->at.empty() && !reading.is_peak) {
    throw InputError(fmt::format("'{}' runs along names, not along numbers", reading.quantity));
  }
}

/// Held on the axis where it is off by rounding alone.
double place_on(const ResultAxis& axis, double at, const std::string& quantity, const Units& units) {
  const double first = axis.at.front(), last = axis.at.back();
  const double slack = std::sqrt(std::numeric_limits<double>::epsilon()) * (last - first);
  if (at < first - slack || at > last + slack) {
    throw InputError(fmt::format("'{}' is told from {:.6g} to {:.6g} {}, not at {:.6g} {}", quantity,
                                 units.from_si(first, axis.unit), units.from_si(last, axis.unit), axis.unit,
                                 units.from_si(at, axis.unit), axis.unit),
                     "a place within, or a study that goes on for longer");
  }
  return std::clamp(at, first, last);
}

double value_at(const std::vector<double>& places, const Series& series, double at) {
  const auto after = std::lower_bound(places.begin(), places.end(), at);
  const auto i = static_cast<std::size_t>(after - places.begin());
  if (*after == at) return series[i];
  const double share = (at - places[i - 1]) / (places[i] - places[i - 1]);
  return (1 - share) * series[i - 1] + share * series[i];
}

/// The first of its greatest numbers; the series' size when it has none.
std::size_t peak_of(const Series& series) {
  std::size_t peak = series.size();
  for (std::size_t i = 0; i < series.size(); ++i) {
    if (!std::isnan(series[i]) && (peak == series.size() || series[i] > series[peak])) peak = i;
  }
  return peak;
}

double crossing_of(const std::vector<double>& places, const Series& series, double level) {
  const std::size_t peak = peak_of(series);
  if (peak == series.size() || series[peak] < level) return k_undefined;
  for (std::size_t i = peak + 1; i < series.size(); ++i) {
    if (std::isnan(series[i])) return k_undefined;
    if (series[i] >= level) continue;
    const double share = (series[i - 1] - level) / (series[i - 1] - series[i]);
    return places[i - 1] + share * (places[i] - places[i - 1]);
  }
  return k_undefined;
}

/// How one number is made of a series.
std::function<double(const Series&)> way_of(const ResultAxis& axis, const Reading& reading, const Units& units) {
  if (reading.is_peak) {
    return [](const Series& series) {
      const std::size_t peak = peak_of(series);
      return peak == series.size() ? k_undefined : series[peak];
    };
  }
  if (reading.crossing) {
    return [&axis, level = *reading.crossing](const Series& series) { return crossing_of(axis.at, series, level); };
  }
  const double place = place_on(axis, *reading.at, reading.quantity, units);
  return [&axis, place](const Series& series) { return value_at(axis.at, series, place); };
}

}  // namespace

std::vector<double> read(const ResultTable& table, const Reading& reading, const Units& units) {
  const ResultColumn& column = table.column(reading.quantity);
  must_fit(column, reading);
  if (!column.axis) return table[reading.quantity];
  const auto number_of = way_of(*column.axis, reading, units);
  std::vector<Series> members(table.members());
  for (std::size_t at = 0; at < column.size(); ++at) {
    const std::vector<double> values = table.values(reading.quantity, 1, at);
    for (std::size_t i = 0; i < members.size(); ++i) members[i].push_back(values[i]);
  }
  std::vector<double> numbers;
  numbers.reserve(members.size());
  std::transform(members.begin(), members.end(), std::back_inserter(numbers), number_of);
  return numbers;
}

}  // namespace percuta::run
