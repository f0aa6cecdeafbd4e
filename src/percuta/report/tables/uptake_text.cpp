#include "percuta/report/tables/uptake_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "percuta/base/text/utf8.hpp"
#include "percuta/report/tables/told_number.hpp"

namespace percuta::report {
namespace {

constexpr double k_hour = 3600;                       // [s]
constexpr std::array<double, 3> k_told = {1, 4, 24};  // [h]
constexpr double k_ug_cm2 = 1e5;                      // in a kg/m2
constexpr std::string_view k_course = ".course.", k_amount = ".amount.";
constexpr std::array<std::string_view, 4> k_heads = {"1 h", "4 h", "24 h", "24 h, no holes"};

/// Median and, on a line of its own, interval: side by side they would not fit a screen.
struct Cell {
  std::string value = "-", interval = {};
  bool is_nothing = true;  ///< in every member
};

struct Line {
  std::string name;
  std::array<Cell, 4> cells;
};

/// An end of an interval: two figures below a hundredth, where a third would make the line too long.
std::string end_text(double value) {
  constexpr double k_parts = 100;
  if (value <= 0 || value * k_parts >= 1) return told_text(value);
  const double steps = std::pow(10, 1 - std::floor(std::log10(value)));
  return told_text(std::round(value * steps) / steps);
}

/// Of a course at a time; "-" beyond its end.
Cell cell(const run::ResultTable& table, const std::string& key, double time) {
  if (!table.has(key)) return {};
  const std::vector<double>& at = table.column(key).axis->at;
  const auto found = std::find_if(at.begin(), at.end(), [&](double one) { return one >= time; });
  if (found == at.end()) return {};
  const auto place = static_cast<std::size_t>(found - at.begin());
  if (table.defined(key, 1, place).empty()) return {};
  const auto [value, low, high] = table.interval(key, 1, place);
  const std::string interval = fmt::format("[{}, {}]", end_text(k_ug_cm2 * low), end_text(k_ug_cm2 * high));
  return {told_text(k_ug_cm2 * value), interval, low == 0 && high == 0};
}

/// Names of the actives whose courses the table tells.
std::vector<std::string> actives_of(const run::ResultTable& table) {
  std::vector<std::string> names;
  for (const ResultColumn& column : table.columns()) {
    if (column.room != "transport" || column.session > 1) continue;
    const std::size_t end = column.name.find(k_course);
    if (end == std::string::npos) continue;
    const std::string name = column.name.substr(0, end);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names;
}

std::string in_words(std::string place) {
  std::replace(place.begin(), place.end(), '_', ' ');
  if (place == "surface") return "on the skin";
  if (place == "channels") return "in holes";
  if (place == "converted") return "converted";
  if (place == "needles") return "on needles";
  if (place == "below") return "below dermis";
  return place == "washed" ? "washed off" : place;
}

/// `course` and `intact` are keys.
Line line_of(const run::ResultTable& table, const std::string& name, const std::string& course,
             const std::string& intact) {
  Line line{name, {}};
  for (std::size_t i = 0; i < k_told.size(); ++i) line.cells[i] = cell(table, course, k_told[i] * k_hour);
  line.cells.back() = cell(table, intact, k_told.back() * k_hour);
  return line;
}

/// The places where any of it is in any member, then what they sum up to past the stratum corneum.
std::vector<Line> lines_of(const run::ResultTable& table, const std::string& active) {
  std::vector<Line> lines;
  const std::string begin = active + std::string(k_course);
  for (const ResultColumn& column : table.columns()) {
    if (column.room != "transport" || column.session > 1 || !column.name.starts_with(begin)) continue;
    const std::string place = column.name.substr(begin.size());
    Line line =
        line_of(table, in_words(place), column.key(), fmt::format("transport.{}.intact_course.{}", active, place));
    const bool is_empty =
        std::all_of(line.cells.begin(), line.cells.end(), [](const Cell& one) { return one.is_nothing; });
    if (!is_empty) lines.push_back(std::move(line));
  }
  lines.push_back(line_of(table, "past the corneum", fmt::format("transport.{}.uptake_course", active),
                          fmt::format("transport.{}.intact_uptake_course", active)));
  return lines;
}

/// One row of words, the first as wide as `names`, without blanks at its end.
std::string row(std::size_t names, std::string_view name, const std::array<std::string_view, 4>& cells,
                const std::array<std::size_t, 4>& widths) {
  std::string text = fmt::format("  {:<{}}", name, names);
  for (std::size_t i = 0; i < cells.size(); ++i) text += fmt::format("  {:<{}}", cells[i], widths[i]);
  return text.substr(0, text.find_last_not_of(' ') + 1) + "\n";
}

std::array<std::string_view, 4> each(const Line& line, std::string Cell::*part) {
  return {line.cells[0].*part, line.cells[1].*part, line.cells[2].*part, line.cells[3].*part};
}

}  // namespace

bool stands_in_uptake_text(const run::Result& result) {
  return result.room == "transport" && result.name.find(k_amount) != std::string::npos;
}

std::string uptake_text(const run::Record& record, const std::function<std::string(std::string_view)>& bold) {
  std::string text;
  for (const std::string& active : actives_of(record.table)) {
    const std::vector<Line> lines = lines_of(record.table, active);
    std::size_t names = 0;
    std::array<std::size_t, 4> widths = {};
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = k_heads[i].size();
    for (const Line& line : lines) {
      names = std::max(names, line.name.size());
      for (std::size_t i = 0; i < widths.size(); ++i) {
        widths[i] = std::max({widths[i], line.cells[i].value.size(), line.cells[i].interval.size()});
      }
    }
    text += fmt::format("\n{}\n", bold(fmt::format("Where {} is, ug/cm2", printable(active))));
    text += row(names, "", k_heads, widths);
    for (const Line& line : lines) {
      text += row(names, line.name, each(line, &Cell::value), widths);
      text += row(names, "", each(line, &Cell::interval), widths);
    }
  }
  return text;
}

}  // namespace percuta::report
