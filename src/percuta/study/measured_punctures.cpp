#include "percuta/study/measured_punctures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <numbers>
#include <string_view>
#include <utility>

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
          {"strike", 0, k_most, true, index(&Landing::strike)},
          {"stroke", 0, k_most, true, index(&Landing::stroke)},
          {"needle", 0, k_most, true, index(&Landing::needle)},
          {"hole", 0, k_most, true, index(&Landing::hole)},
          {"force_on_device_N", 0, 1000, false, number(&Landing::force, 1)},
          {"length_mm", 0, 100, false, number(&Landing::length, k_m_per_mm)},
          {"tilt_rad", 0, std::numbers::pi / 2, false, number(&Landing::tilt, 1)},
          {"tip_speed_m_s", 0, 100, false, number(&Landing::speed, 1)}};
}

/// Columns of punctures.csv that a run makes nothing of.
const std::vector<IdleColumn>& idle_columns() {
  static const std::string anew = "a run works it out anew from device, force and skin";
  static const std::vector<IdleColumn> all = {{"pass", "no result asks for it"},
                                              {"direction", "no result asks for it"},
                                              {"reentry", "it follows from the column 'hole'"},
                                              {"in_window", "the window follows from the site and its area"},
                                              {"depth_mm", anew},
                                              {"residual_depth_mm", anew},
                                              {"channel_width_mm", anew},
                                              {"force_on_needle_N", anew}};
  return all;
}

bool is_one_of(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<std::string> known_names(const std::vector<Column>& columns) {
  std::vector<std::string> known;
  for (const IdleColumn& column : idle_columns()) known.push_back(column.name);
  known.emplace_back("session");
  for (const Column& column : columns) known.emplace_back(column.name);
  return known;
}

void check_names(const CsvRows& table, const std::vector<Column>& columns) {
  const std::vector<std::string> known = known_names(columns);
  Problems problems;
  for (const std::string& name : table.names()) {
    if (!is_one_of(known, name)) {
      problems.add({fmt::format("'{}' is not a column of a table of punctures", name),
                    suggestion(name, known),
                    {table.file(), 1, 1}});
    }
  }
  for (const char* needed : {"x_mm", "y_mm"}) {
    if (!is_one_of(table.names(), needed)) {
      problems.add({fmt::format("a table of punctures needs the column '{}'", needed), "", {table.file(), 1, 1}});
    }
  }
  problems.throw_if_any();
}

/// A run's own table has every column of one; `strike` came later.
bool is_own(const std::vector<std::string>& names, const std::vector<Column>& columns) {
  const std::vector<std::string> known = known_names(columns);
  return std::all_of(known.begin(), known.end(),
                     [&](const std::string& name) { return name == "strike" || is_one_of(names, name); });
}

std::vector<IdleColumn> idle_in(const std::vector<std::string>& names, const std::vector<Column>& columns) {
  std::vector<IdleColumn> idle;
  if (is_own(names, columns)) return idle;
  std::copy_if(idle_columns().begin(), idle_columns().end(), std::back_inserter(idle),
               [&](const IdleColumn& column) { return is_one_of(names, column.name); });
  return idle;
}

/// A column of this table, and where its cell stands in a row. One fault a column says enough.
struct Cell {
  Column column;
  std::size_t at = 0;
  bool is_faulty = false;
};

std::vector<Cell> cells_of(const std::vector<std::string>& names, std::vector<Column> columns) {
  std::vector<Cell> cells;
  for (Column& column : columns) {
    const auto found = std::find(names.begin(), names.end(), column.name);
    if (found == names.end()) continue;
    cells.push_back({std::move(column), static_cast<std::size_t>(found - names.begin())});
  }
  return cells;
}

void check_range(Cell& cell, const CsvRows& rows, Problems& problems) {
  const Column& column = cell.column;
  const double value = rows.cells()[cell.at];
  if (value >= column.least && value <= column.most && (!column.is_whole || value == std::floor(value))) return;
  if (!cell.is_faulty) {
    problems.add({fmt::format("'{}' is {}; allowed is {} {} to {}", column.name, value,
                              column.is_whole ? "a whole number from" : "a number from", column.least, column.most),
                  "", rows.place()});
  }
  cell.is_faulty = true;
}

}  // namespace

MeasuredTable read_landings(const std::filesystem::path& path, std::int64_t sessions) {
  CsvRows rows(path);
  std::vector<Column> columns = read_columns();
  check_names(rows, columns);
  MeasuredTable table{path.filename().string(), 0, {}, idle_in(rows.names(), columns)};
  table.sessions.resize(static_cast<std::size_t>(sessions));
  std::size_t session = 1;
  columns.push_back({"session", 1, static_cast<double>(sessions), true,
                     [&](Landing&, double number) { session = static_cast<std::size_t>(number); }});
  std::vector<Cell> cells = cells_of(rows.names(), std::move(columns));
  Problems problems;
  while (rows.next()) {
    Landing landing;
    for (Cell& cell : cells) {
      check_range(cell, rows, problems);
      if (problems.empty()) cell.column.put(landing, rows.cells()[cell.at]);
    }
    if (!problems.empty()) continue;
    table.rows += 1;
    table.sessions[session - 1].add(landing);
  }
  problems.throw_if_any();
  for (punctures::Landings& one : table.sessions) one.put_in_order();
  return table;
}

}  // namespace percuta::study
