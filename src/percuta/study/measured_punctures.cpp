#include "percuta/study/measured_punctures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <string_view>

#include "percuta/base/files/csv_table.hpp"

namespace percuta::study {
namespace {

using punctures::Landing;

constexpr double k_m_per_mm = 1e-3;
constexpr double k_most = 2'000'000'000;  // what a 32-bit index holds

/// A column that is read, and how. `least` and `most` are in the column's own unit.
struct Column {
  std::string_view name;
  double least, most;
  bool is_whole;
  std::function<void(Landing&, double)> put;
};

std::vector<Column> read_columns() {
  const auto index = [](std::int32_t Landing::* member) {
    return [member](Landing& landing, double value) { landing.*member = static_cast<std::int32_t>(value); };
  };
  const auto number = [](double Landing::* member, double scale) {
    return [member, scale](Landing& landing, double value) { landing.*member = value * scale; };
  };
  return {{"x_mm", -2000, 2000, false, number(&Landing::x, k_m_per_mm)},
          {"y_mm", -2000, 2000, false, number(&Landing::y, k_m_per_mm)},
          {"stroke", 0, k_most, true, index(&Landing::stroke)},
          {"needle", 0, k_most, true, index(&Landing::needle)},
          {"hole", 0, k_most, true, index(&Landing::hole)},
          {"force_on_device_N", 0, 1000, false, number(&Landing::force, 1)},
          {"length_mm", 0, 100, false, number(&Landing::length, k_m_per_mm)},
          {"tilt_rad", 0, std::numbers::pi / 2, false, number(&Landing::tilt, 1)},
          {"tip_speed_m_s", 0, 100, false, number(&Landing::speed, 1)}};
}

/// Columns of punctures.csv that a run works out anew.
const std::vector<std::string>& derived_columns() {
  static const std::vector<std::string> names = {
      "pass",     "direction",         "reentry",          "in_window",
      "depth_mm", "residual_depth_mm", "channel_width_mm", "force_on_needle_N"};
  return names;
}

bool is_one_of(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

void check_names(const CsvTable& table, const std::vector<Column>& columns, Problems& problems) {
  std::vector<std::string> known = derived_columns();
  known.emplace_back("session");
  for (const Column& column : columns) known.emplace_back(column.name);
  for (const std::string& name : table.names) {
    if (!is_one_of(known, name)) {
      problems.add({fmt::format("'{}' is not a column of a table of punctures", name),
                    suggestion(name, known),
                    {table.file, 1, 1}});
    }
  }
  for (const char* needed : {"x_mm", "y_mm"}) {
    if (table.find(needed) == nullptr) {
      problems.add({fmt::format("a table of punctures needs the column '{}'", needed), "", {table.file, 1, 1}});
    }
  }
}

void check_range(const CsvTable& table, const Column& column, const std::vector<double>& values, Problems& problems) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double value = values[i];
    if (value >= column.least && value <= column.most && (!column.is_whole || value == std::floor(value))) continue;
    problems.add({fmt::format("'{}' is {}; allowed is {} {} to {}", column.name, value,
                              column.is_whole ? "a whole number from" : "a number from", column.least, column.most),
                  "", table.place(i)});
    return;  // one fault a column says enough
  }
}

}  // namespace

std::vector<std::vector<Landing>> read_landings(const std::filesystem::path& path, std::int64_t sessions) {
  const CsvTable table = read_csv(path);
  const std::vector<Column> columns = read_columns();
  Problems problems;
  check_names(table, columns, problems);
  std::vector<Landing> all(table.rows());
  for (const Column& column : columns) {
    const std::vector<double>* values = table.find(column.name);
    if (values == nullptr) continue;
    check_range(table, column, *values, problems);
    if (!problems.empty()) continue;
    for (std::size_t i = 0; i < all.size(); ++i) column.put(all[i], (*values)[i]);
  }
  const std::vector<double>* session = table.find("session");
  if (session != nullptr)
    check_range(table, {"session", 1, static_cast<double>(sessions), true, {}}, *session, problems);
  problems.throw_if_any();
  std::vector<std::vector<Landing>> by_session(static_cast<std::size_t>(sessions));
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::size_t number = session == nullptr ? 1 : static_cast<std::size_t>((*session)[i]);
    by_session[number - 1].push_back(all[i]);
  }
  return by_session;
}

}  // namespace percuta::study
