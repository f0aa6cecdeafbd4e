#include "percuta/report/tables/uptake_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "percuta/base/text/number.hpp"
#include "percuta/base/text/utf8.hpp"

namespace percuta::report {
namespace {

constexpr double k_hour = 3600;                       // [s]
constexpr std::array<double, 3> k_told = {1, 4, 24};  // [h]
constexpr double k_ug_cm2 = 1e5;                      // in a kg/m2
constexpr std::string_view k_course = ".course.", k_amount = ".amount.";

struct Line {
  std::string name;
  std::array<std::string, 4> cells;
};

/// Of a course at a time; "-" beyond its end.
std::string cell(const run::ResultTable& table, const std::string& key, double time) {
  if (!table.has(key)) return "-";
  const std::vector<double>& at = table.column(key).axis->at;
  const auto found = std::find_if(at.begin(), at.end(), [&](double one) { return one >= time; });
  if (found == at.end()) return "-";
  const auto place = static_cast<std::size_t>(found - at.begin());
  if (table.defined(key, 1, place).empty()) return "-";
  const Interval all = table.interval(key, 1, place);
  const auto text = [](double value) { return short_text(k_ug_cm2 * value); };
  return fmt::format("{} [{}, {}]", text(all.value), text(all.low), text(all.high));
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
  if (place == "converted") return "turned into else";
  return place == "washed" ? "washed off" : place;
}

std::vector<Line> lines_of(const run::ResultTable& table, const std::string& active) {
  std::vector<Line> lines;
  const std::string begin = active + std::string(k_course);
  for (const ResultColumn& column : table.columns()) {
    if (column.room != "transport" || column.session > 1 || !column.name.starts_with(begin)) continue;
    const std::string place = column.name.substr(begin.size());
    Line line{in_words(place), {}};
    for (std::size_t i = 0; i < k_told.size(); ++i) line.cells[i] = cell(table, column.key(), k_told[i] * k_hour);
    line.cells.back() =
        cell(table, fmt::format("transport.{}.intact_course.{}", active, place), k_told.back() * k_hour);
    lines.push_back(std::move(line));
  }
  Line sum{"past the corneum", {}};
  for (std::size_t i = 0; i < k_told.size(); ++i) {
    sum.cells[i] = cell(table, fmt::format("transport.{}.uptake_course", active), k_told[i] * k_hour);
  }
  sum.cells.back() = cell(table, fmt::format("transport.{}.intact_uptake_course", active), k_told.back() * k_hour);
  lines.push_back(std::move(sum));
  return lines;
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
    std::array<std::size_t, 4> widths = {3, 3, 4, 19};
    for (const Line& line : lines) {
      names = std::max(names, line.name.size());
      for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], line.cells[i].size());
    }
    text += fmt::format("\n{}\n", bold(fmt::format("Where {} is, ug/cm2", printable(active))));
    text += fmt::format("  {:<{}}  {:<{}}  {:<{}}  {:<{}}  {}\n", "", names, "1 h", widths[0], "4 h", widths[1], "24 h",
                        widths[2], "24 h, without holes");
    for (const Line& line : lines) {
      text += fmt::format("  {:<{}}  {:<{}}  {:<{}}  {:<{}}  {}\n", line.name, names, line.cells[0], widths[0],
                          line.cells[1], widths[1], line.cells[2], widths[2], line.cells[3]);
    }
  }
  return text;
}

}  // namespace percuta::report
