#include "percuta/report/tables/outlook_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "percuta/base/text/number.hpp"
#include "percuta/base/text/utf8.hpp"
#include "percuta/report/tables/outlook.hpp"

namespace percuta::report {

namespace {

constexpr int k_percent = 100;
constexpr int k_parts = 200;           // less than that part of 1 is told as 0
constexpr int k_small = 10;            // below it a decimal is told
constexpr std::size_t k_widest = 110;  // of a line of words

/// Two figures or so; little is still told, as crusts cover little, and next to nothing is 0.
std::string brief(double value) {
  const double size = std::abs(value);
  if (size * k_parts < 1) return "0";
  return fixed_text(value, size >= k_small ? 0 : size * k_small < 1 ? 2 : 1);
}

std::string brief(const Interval& interval, const std::string& unit = "") {
  return fmt::format("{}{} [{}, {}]", brief(interval.value), unit, brief(interval.low), brief(interval.high));
}

std::string heading_of(const OutlookRow& row) {
  if (row.name == "redness") return "redness, 0 to 4";
  if (row.name == "red_dots") return "red dots per cm2";
  if (row.name == "crust") return "crust, % of skin";
  if (row.name == "reepithelialised") return "holes closed, %";
  if (row.name == "pigment") return "dark spots, risk %";
  if (row.name == "collagen") return "new collagen, %";
  return printable(row.name);
}

std::string cell(const OutlookRow& row, std::size_t at) {
  const Interval& one = row.values[at];
  if (!row.has_bound()) return brief(one);
  const Sight sight = sight_of(one, row.seen);
  return sight == Sight::no ? "no" : fmt::format("{}, {}", to_word(sight), brief(one));
}

using Cells = std::vector<std::vector<std::string>>;

/// Aligned columns, the first row painted.
std::string aligned(const Cells& rows, const Painter& paint_head) {
  std::string text;
  std::vector<std::size_t> widths(rows.front().size());
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  for (std::size_t k = 0; k < rows.size(); ++k) {
    std::string line = " ";
    for (std::size_t i = 0; i < rows[k].size(); ++i) {
      line += i + 1 < rows[k].size() ? fmt::format(" {:<{}} ", rows[k][i], widths[i]) : " " + rows[k][i];
    }
    text += (k == 0 ? paint_head(line) : line) + "\n";
  }
  return text;
}

std::string table(const Outlook& outlook, const Painter& faint) {
  Cells rows(1, {"after"});
  for (const OutlookRow& row : outlook.rows) rows.front().push_back(heading_of(row));
  for (std::size_t i = 0; i < outlook.after.size(); ++i) {
    rows.push_back({time_in_words(outlook.after[i])});
    for (const OutlookRow& row : outlook.rows) rows.back().push_back(cell(row, i));
  }
  return aligned(rows, faint);
}

/// Words that do not fit a line go on in the next, indented.
std::string wrapped(const std::string& words) {
  std::string text, line = " ";
  std::size_t from = 0;
  while (from < words.size()) {
    const std::size_t end = std::min(words.find(' ', from), words.size());
    const std::string word = words.substr(from, end - from);
    if (line.size() + 1 + word.size() > k_widest) {
      text += line + "\n";
      line = "   ";
    }
    line += " " + word;
    from = end + 1;
  }
  return text + line + "\n";
}

const run::Result* result(const run::Record& record, std::string_view name) {
  const auto found = std::find_if(record.results.begin(), record.results.end(),
                                  [&](const run::Result& one) { return one.room == "endpoints" && one.name == name; });
  return found == record.results.end() ? nullptr : &*found;
}

/// How long a person is marked, in days.
std::string downtime(const run::Record& record) {
  const run::Result* days = result(record, "downtime");
  return days == nullptr ? "" : wrapped(fmt::format("Downtime: {}.", brief(days->interval, " days")));
}

/// What the study asks for, as a change against untreated skin.
std::string asked(const run::Record& record) {
  std::string text;
  for (const ToldEndpoint& one : told_endpoints(record)) {
    if (!one.is_asked) continue;
    const Interval& over = result(record, one.endpoint.numbers.front().name)->interval;
    const auto change = [](double value) { return (value - 1) * k_percent; };
    std::string name = one.endpoint.name;
    std::replace(name.begin(), name.end(), '_', ' ');
    text += fmt::format("{}{} {}{}", text.empty() ? "" : ", ", name,
                        brief(Interval{change(over.value), change(over.low), change(over.high)}, " %"),
                        one.endpoint.is_assumed ? " (assumed map)" : "");
  }
  return text.empty() ? "" : wrapped(fmt::format("At the horizon, against untreated skin: {}.", text));
}

std::string unstated(const run::Record& record) {
  std::string text;
  for (const std::string& one : not_stated(record)) text += (text.empty() ? "" : "; ") + one;
  return wrapped(fmt::format("Not stated: {}.", text));
}

}  // namespace

std::string outlook_text(const run::Record& record, const Painter& bold, const Painter& faint) {
  const Outlook outlook = outlook_of(record);
  if (outlook.is_empty()) return "";
  return fmt::format(
             "\n{}\n{}", bold("What will be seen after the last session"),
             wrapped(
                 "Seen in how many members: no = none or few, maybe = some, likely = most, yes = all or nearly all.")) +
         table(outlook, faint) + downtime(record) + asked(record) + unstated(record);
}

}  // namespace percuta::report
