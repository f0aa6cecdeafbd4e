#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "percuta/report/tables/tables.hpp"

/// What the page tells of each active that is put on, beside its results and curves, as JSON.
namespace percuta::report {

inline constexpr double k_ug_cm2_per_kg_m2 = 1e5;
inline constexpr double k_seconds_of_hour = 3600;
inline constexpr double k_um_per_mm = 1000;

/// Numbers times `scale`, in 6 digits.
template <class Json>
Json json_numbers(const std::vector<double>& values, double scale) {
  Json list = Json::array();
  for (const double value : values) list.push_back(json_number<Json>(value * scale));
  return list;
}

/// Interval of a result over the dose, member by member; null where nothing of the active is put on.
template <class Json>
Json json_share_of_dose(const run::ResultTable& table, const std::string& active, const char* result) {
  const std::string key = "transport." + active + ".";
  if (!table.has(key + result) || !table.has(key + "dose")) return nullptr;
  const std::vector<double> amounts = table.values(key + result), doses = table.values(key + "dose");
  std::vector<double> shares;
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    if (std::isfinite(amounts[i]) && doses[i] > 0) shares.push_back(amounts[i] / doses[i]);
  }
  if (shares.empty()) return nullptr;
  Json json = Json::object();
  put_interval(json, interval_of(std::move(shares)));
  return json;
}

/// Courses of skin without a hole at `places`, over the members.
template <class Json>
Json json_intact(const run::ResultTable& table, const std::string& active, const std::vector<std::string>& places) {
  Json rows = Json::array();
  for (const std::string& place : places) {
    const std::string key = "transport." + active + ".intact_course." + place;
    if (!table.has(key)) continue;
    Json row = {{"name", place}};
    for (const char* list : {"value", "low", "high"}) row[list] = Json::array();
    for (std::size_t i = 0; i < table.column(key).size(); ++i) {
      const bool is_there = !table.defined(key, 1, i).empty();
      const Interval all = is_there ? table.interval(key, 1, i) : Interval{k_undefined, k_undefined, k_undefined};
      row["value"].push_back(json_number<Json>(all.value * k_ug_cm2_per_kg_m2));
      row["low"].push_back(json_number<Json>(all.low * k_ug_cm2_per_kg_m2));
      row["high"].push_back(json_number<Json>(all.high * k_ug_cm2_per_kg_m2));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

/// The run with every input at its median, whose amounts add up, and the mean hole that stays.
template <class Json>
Json json_drawn_uptake(const course::Session& session, const transport::ActiveCourse& course) {
  const transport::Uptake& uptake = session.uptake;
  Json places = Json::array();
  for (std::size_t i = 0; i < uptake.places.size(); ++i) {
    places.push_back({{"name", uptake.places[i]},
                      {"amount", json_numbers<Json>(course.amount[i], k_ug_cm2_per_kg_m2)},
                      {"intact", json_numbers<Json>(course.intact[i], k_ug_cm2_per_kg_m2)}});
  }
  return {{"hole",
           {{"per_cm2", json_number<Json>(session.holes.density / k_cm2_per_m2)},
            {"width_um", json_number<Json>(session.holes.width * k_mm_per_m * k_um_per_mm)},
            {"depth_mm", json_number<Json>(session.holes.depth * k_mm_per_m)}}},
          {"given", json_numbers<Json>(course.given, k_ug_cm2_per_kg_m2)},
          {"gained", json_numbers<Json>(course.gained, k_ug_cm2_per_kg_m2)},
          {"places", std::move(places)}};
}

/// What of an active that is put on has got in after a day, in square tiles of the window; null where no map is. A tile
/// outside the window is null.
template <class Json>
Json json_dose_map(const transport::DoseMap& map, const std::string& active) {
  const auto found = std::find(map.actives.begin(), map.actives.end(), active);
  if (found == map.actives.end() || map.places.empty()) return nullptr;
  const std::vector<double>& values = map.taken_up[static_cast<std::size_t>(found - map.actives.begin())];
  numerics::Point low = map.places.front(), high = low;
  for (const numerics::Point& place : map.places) {
    low = {std::min(low.x, place.x), std::min(low.y, place.y)};
    high = {std::max(high.x, place.x), std::max(high.y, place.y)};
  }
  const auto tile = [&](double from, double to) {
    return static_cast<std::size_t>(std::lround((to - from) / map.side));
  };
  const std::size_t columns = tile(low.x, high.x) + 1, rows = tile(low.y, high.y) + 1;
  Json told = Json::array();
  for (std::size_t i = 0; i < columns * rows; ++i) told.push_back(nullptr);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::size_t at = tile(low.y, map.places[i].y) * columns + tile(low.x, map.places[i].x);
    told[at] = json_number<Json>(values[i] * k_ug_cm2_per_kg_m2);
  }
  return {{"unit", "mm"},
          {"x", json_number<Json>((low.x - map.side / 2) * k_mm_per_m)},
          {"y", json_number<Json>((low.y - map.side / 2) * k_mm_per_m)},
          {"side", json_number<Json>(map.side * k_mm_per_m)},
          {"columns", columns},
          {"rows", rows},
          {"value", std::move(told)}};
}

/// An active around a hole at some times, row by row from the top of what lies on the skin, outward from the axis
/// within one; null where no hole stays.
template <class Json>
Json json_hole_cut(const transport::HoleCut& cut, const std::string& active) {
  constexpr double k_um_per_m = k_mm_per_m * k_um_per_mm, k_ug_ml_per_kg_m3 = 1000;
  const auto found = std::find(cut.actives.begin(), cut.actives.end(), active);
  if (found == cut.actives.end() || cut.concentration.empty()) return nullptr;
  Json times = Json::array();
  for (const std::vector<double>& one : cut.concentration[static_cast<std::size_t>(found - cut.actives.begin())]) {
    times.push_back(json_numbers<Json>(one, k_ug_ml_per_kg_m3));
  }
  return {{"unit", "ug/ml"},
          {"at_h", json_numbers<Json>(cut.times, 1 / k_seconds_of_hour)},
          {"radius_um", json_number<Json>(cut.radius * k_um_per_m)},
          {"depth_um", json_number<Json>(cut.depth * k_um_per_m)},
          {"across_um", json_numbers<Json>(cut.across, k_um_per_m)},
          {"down_um", json_numbers<Json>(cut.down, k_um_per_m)},
          {"value", std::move(times)}};
}

/// One object per active of the first session of the run with every input at its median; [] where nothing is put on.
template <class Json>
Json json_uptake(const run::Record& record) {
  Json list = Json::array();
  if (record.median_run.sessions.empty()) return list;
  if (record.experiment.kind == course::k_franz_cell) return list;  // which tells it as a laboratory does
  const transport::Uptake& uptake = record.median_run.sessions.front().uptake;
  for (const transport::ActiveCourse& course : uptake.actives) {
    list.push_back({{"active", course.name},
                    {"unit", "ug/cm2"},
                    {"share", json_share_of_dose<Json>(record.table, course.name, "uptake")},
                    {"intact_share", json_share_of_dose<Json>(record.table, course.name, "intact_uptake")},
                    {"axis_unit", "h"},
                    {"at", json_numbers<Json>(uptake.times, 1 / k_seconds_of_hour)},
                    {"intact", json_intact<Json>(record.table, course.name, uptake.places)},
                    {"map", json_dose_map<Json>(record.pictures.from_above, course.name)},
                    {"cut", json_hole_cut<Json>(record.pictures.in_section, course.name)},
                    {"drawn", json_drawn_uptake<Json>(record.median_run.sessions.front(), course)}});
  }
  return list;
}

}  // namespace percuta::report
