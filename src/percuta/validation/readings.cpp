#include "percuta/validation/readings.hpp"

#include <string_view>

#include "percuta/base/error.hpp"

namespace percuta::validation {
namespace {

/// Where the reader's own words are at home: what asks for one number of a series, else what names the series.
std::string_view key_of(const Comparison& comparison, std::string_view moment, std::string_view quantity) {
  if (!moment.empty()) return moment;
  if (is_given(comparison.at)) return "at";
  if (is_given(comparison.below)) return "below";
  return comparison.peak ? "peak" : quantity;
}

/// Reads as if there were members, and tells where in the case it failed.
void try_reading(const Comparison& comparison, const std::string& name, std::string_view key, std::string_view moment,
                 const Quantity& at, const run::ResultTable& table, const Units& units, Problems& problems) {
  const bool is_there = table.has(name);
  try {
    run::read(table, reading_of(comparison, name, at, table, units), units);
  } catch (const InputError& error) {
    for (Problem problem : error.problems()) {
      problem.place = comparison.place(is_there ? key_of(comparison, moment, key) : key);
      problems.add(std::move(problem));
    }
  }
}

}  // namespace

bool is_given(const Quantity& quantity) {
  return !quantity.source.empty();
}

run::Reading reading_of(const Comparison& comparison, const std::string& quantity, const Quantity& moment,
                        const run::ResultTable& table, const Units& units) {
  run::Reading reading{quantity};
  const Quantity& at = is_given(moment) ? moment : comparison.at;
  if (is_given(at)) reading.at = at;
  reading.is_peak = comparison.peak;
  if (is_given(comparison.below)) reading.crossing = units.to_si(comparison.below, table.column(quantity).unit);
  return reading;
}

bool reads(const Comparison& comparison, const std::string& variant, bool is_first) {
  const bool is_meant = comparison.of.empty() ? is_first : comparison.of == variant;
  return is_meant || comparison.minus == variant || comparison.over == variant;
}

void check_readings(const Case& read, const std::string& variant, const run::ResultTable& table, const Units& units) {
  Problems problems;
  const bool is_first = !read.variants.empty() && read.variants.front().name == variant;
  for (const Comparison& comparison : read.comparisons) {
    if (!comparison.not_stated.empty() || !reads(comparison, variant, is_first)) continue;
    const auto attempt = [&](std::string_view moment, const Quantity& at) {
      try_reading(comparison, comparison.quantity, "quantity", moment, at, table, units, problems);
      if (comparison.less.empty()) return;
      try_reading(comparison, comparison.less, "less", moment, at, table, units, problems);
    };
    if (comparison.of.empty() ? is_first : comparison.of == variant) attempt("", {});
    const auto attempt_other = [&](const std::string& other, std::string_view key, const Quantity& at) {
      if (other == variant) attempt(is_given(at) ? key : "", at);
    };
    attempt_other(comparison.minus, "minus_at", comparison.minus_at);
    attempt_other(comparison.over, "over_at", comparison.over_at);
  }
  problems.throw_if_any();
}

}  // namespace percuta::validation
