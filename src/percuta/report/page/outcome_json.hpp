#pragma once

#include <cmath>
#include <string>

#include "percuta/base/text/number.hpp"
#include "percuta/report/tables/tables.hpp"

/// What the page tells of a healed course, as JSON (`Json` keeps its keys in order).
namespace percuta::report {

/// What will be seen, at times after the last session.
template <class Json>
Json json_outlook(const run::Record& record) {
  const Outlook outlook = outlook_of(record);
  Json json = {{"unit", "day"}, {"after", Json::array()}, {"rows", Json::array()}};
  for (const double days : outlook.after) json["after"].push_back(json_number<Json>(days));
  for (const OutlookRow& row : outlook.rows) {
    Json one = {{"name", row.name}, {"unit", row.unit}};
    for (const char* list : {"value", "low", "high", "sight"}) one[list] = Json::array();
    for (const Interval& interval : row.values) {
      one["value"].push_back(json_number<Json>(interval.value));
      one["low"].push_back(json_number<Json>(interval.low));
      one["high"].push_back(json_number<Json>(interval.high));
      if (row.has_bound()) one["sight"].push_back(std::string(to_word(sight_of(interval, row.seen))));
    }
    json["rows"].push_back(std::move(one));
  }
  return json;
}

template <class Json>
Json json_endpoints(const run::Record& record) {
  Json list = Json::array();
  for (const ToldEndpoint& one : told_endpoints(record)) {
    Json numbers = Json::array();
    for (const endpoints::Number& number : one.endpoint.numbers) numbers.push_back(number.name);
    list.push_back({{"name", one.endpoint.name},
                    {"asked", one.is_asked},
                    {"assumed", one.endpoint.is_assumed},
                    {"set_by", one.endpoint.set_by},
                    {"blind_to", one.endpoint.blind_to},
                    {"numbers", std::move(numbers)}});
  }
  return list;
}

/// The places of the median run and what each comes to; null where there is none.
template <class Json>
Json json_outcome_map(const run::Record& record) {
  const auto& places = record.median_run.healing.places;
  const auto& values = record.course.places;
  if (places.empty() || places.size() != values.size()) return nullptr;
  constexpr int k_parts = 100;  // of a mm
  constexpr int k_thousand = 1000;
  constexpr int k_million = 1000000;
  const auto to = [](double value, int parts) { return json_number<Json>(std::round(value * parts) / parts); };
  Json json = {{"unit", "mm"}};
  for (const char* list : {"x", "y", "gain", "redness", "pigment", "new_scar"}) json[list] = Json::array();
  for (std::size_t i = 0; i < places.size(); ++i) {
    json["x"].push_back(to(places[i].x * k_mm_per_m, k_parts));
    json["y"].push_back(to(places[i].y * k_mm_per_m, k_parts));
    json["gain"].push_back(to(values[i].gain, k_thousand));
    json["redness"].push_back(to(values[i].redness, k_thousand));
    json["pigment"].push_back(to(values[i].pigment, k_million));
    json["new_scar"].push_back(to(values[i].new_scar, k_million));
  }
  return json;
}

/// null where nothing healed: on a bench, or in a gel.
template <class Json>
Json json_outcome(const run::Record& record) {
  if (record.course.session_times.empty() || outlook_of(record).is_empty()) return nullptr;
  constexpr int k_seconds_of_day = 86400;
  Json sessions = Json::array();
  for (const double time : record.course.session_times) sessions.push_back(json_number<Json>(time / k_seconds_of_day));
  return {{"session_days", std::move(sessions)},
          {"outlook", json_outlook<Json>(record)},
          {"endpoints", json_endpoints<Json>(record)},
          {"not_stated", not_stated(record)},
          {"map", json_outcome_map<Json>(record)}};
}

}  // namespace percuta::report
