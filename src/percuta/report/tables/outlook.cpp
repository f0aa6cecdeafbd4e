#include "percuta/report/tables/outlook.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "percuta/base/text/number.hpp"

namespace percuta::report {

namespace {

constexpr int k_percent = 100;
constexpr int k_hours_of_day = 24;
constexpr int k_after[] = {1, 24, 3 * 24, 7 * 24, 28 * 24, 91 * 24, 182 * 24};  // [h]
constexpr int k_off = 10;  // a time that lies further off than a tenth of itself is not told
constexpr int k_longest_in_days = 60;
constexpr int k_months_of_year = 12, k_days_of_year = 365;

/// Which curve a row is read off, and how: value times `scale`, less what untreated skin has.
struct Reading {
  const char* curve;
  const char* name;
  const char* unit;
  int scale = 1;
  int untreated = 0;
};
constexpr Reading k_readings[] = {
    {"redness_course", "redness", "1"},
    {"red_dots_course", "red_dots", "1/cm2"},
    {"crust_course", "crust", "%", k_percent},
    {"reepithelialised_course", "reepithelialised", "%", k_percent},
    {"pigment_risk_course", "pigment", "%", k_percent},
    {"density_course", "collagen", "%", k_percent, 1},
};

/// The set that holds the curve, and the curve; nullptr where there is none.
struct Found {
  const run::CurveSet* set = nullptr;
  const run::Curve* curve = nullptr;
};

Found find_curve(const run::Record& record, std::string_view name) {
  for (const run::CurveSet& set : record.curves) {
    for (const run::Curve& curve : set.curves) {
      if (curve.name == name) return {&set, &curve};
    }
  }
  return {};
}

/// The places on the axis that lie nearest to the times wanted, and the last one.
std::vector<std::size_t> places_of(const std::vector<double>& at) {
  std::vector<std::size_t> places;
  for (const int hours : k_after) {
    const double wanted = static_cast<double>(hours) / k_hours_of_day;
    const auto nearer = [wanted](double a, double b) { return std::abs(a - wanted) < std::abs(b - wanted); };
    const auto nearest = std::min_element(at.begin(), at.end(), nearer);
    if (nearest == at.end() || std::abs(*nearest - wanted) * k_off > wanted) continue;
    places.push_back(static_cast<std::size_t>(nearest - at.begin()));
  }
  if (!at.empty() && (places.empty() || places.back() + 1 != at.size())) places.push_back(at.size() - 1);
  return places;
}

double bound_of(const Reading& reading, const run::CourseRecord& course) {
  const std::string_view name = reading.name;
  if (name == "redness") return course.redness_seen;
  if (name == "red_dots") return course.red_dots_seen / k_cm2_per_m2;
  if (name == "crust") return course.crust_seen * reading.scale;
  return std::numeric_limits<double>::quiet_NaN();
}

/// "acne scar" asks for the endpoint acne_scar; a line of expression is a wrinkle.
std::string endpoint_of(std::string concern) {
  std::replace(concern.begin(), concern.end(), ' ', '_');
  return concern == "expression_line" ? "wrinkle" : concern;
}

bool is_asked(const std::string& endpoint, const run::Record& record) {
  const std::vector<std::string>& all = record.subject.concerns;
  return std::any_of(all.begin(), all.end(), [&](const std::string& one) { return endpoint_of(one) == endpoint; });
}

bool has_result(const run::Record& record, const std::string& name) {
  return std::any_of(record.results.begin(), record.results.end(),
                     [&](const run::Result& one) { return one.room == "endpoints" && one.name == name; });
}

}  // namespace

std::string_view to_word(Sight sight) {
  switch (sight) {
    case Sight::no:
      return "no";
    case Sight::maybe:
      return "maybe";
    case Sight::likely:
      return "likely";
    case Sight::yes:
      return "yes";
  }
  return "";
}

Sight sight_of(const Interval& interval, double seen) {
  if (interval.high <= seen) return Sight::no;
  if (interval.low > seen) return Sight::yes;
  return interval.value > seen ? Sight::likely : Sight::maybe;
}

Outlook outlook_of(const run::Record& record) {
  Outlook outlook;
  std::vector<std::size_t> places;
  for (const Reading& reading : k_readings) {
    const Found found = find_curve(record, reading.curve);
    if (found.curve == nullptr) continue;
    if (outlook.rows.empty()) {
      places = places_of(found.set->at);
      for (const std::size_t place : places) outlook.after.push_back(found.set->at[place]);
    }
    OutlookRow row{reading.name, reading.unit, bound_of(reading, record.course), {}};
    const auto told = [&](double value) { return (value - reading.untreated) * reading.scale; };
    for (const std::size_t place : places) {
      const Interval& one = found.curve->values.at(place);
      row.values.push_back({told(one.value), told(one.low), told(one.high)});
    }
    outlook.rows.push_back(std::move(row));
  }
  return outlook;
}

std::string time_in_words(double days) {
  if (days < 1) {
    const auto hours = std::lround(days * k_hours_of_day);
    return hours == 1 ? "1 hour" : fmt::format("{} hours", hours);
  }
  if (days < k_longest_in_days) return fmt::format("day {}", std::lround(days));
  return fmt::format("{} months", std::lround(days * k_months_of_year / k_days_of_year));
}

std::vector<ToldEndpoint> told_endpoints(const run::Record& record) {
  std::vector<ToldEndpoint> all;
  for (endpoints::Endpoint& one : endpoints::endpoints()) {
    if (one.numbers.empty() || !has_result(record, one.numbers.front().name)) continue;
    const bool asked = is_asked(one.name, record);
    all.push_back({std::move(one), asked});
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const ToldEndpoint& a, const ToldEndpoint& b) { return a.is_asked && !b.is_asked; });
  return all;
}

std::vector<std::string> not_stated(const run::Record& record) {
  std::vector<std::string> all = {"what the actives of a product do to healing, collagen and pigment"};
  for (const ToldEndpoint& one : told_endpoints(record)) {
    const bool is_in_outlook = std::any_of(std::begin(k_readings), std::end(k_readings),
                                           [&](const Reading& reading) { return reading.name == one.endpoint.name; });
    if (one.endpoint.blind_to.empty() || !(one.is_asked || is_in_outlook)) continue;
    std::string name = one.endpoint.name;
    std::replace(name.begin(), name.end(), '_', ' ');
    all.push_back(fmt::format("{}: {}", name, one.endpoint.blind_to));
  }
  return all;
}

}  // namespace percuta::report
