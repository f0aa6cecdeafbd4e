#include "percuta/report/compare/compare_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "percuta/base/text/escape.hpp"
#include "percuta/base/text/number.hpp"
#include "percuta/base/text/utf8.hpp"

namespace percuta::report {

namespace {

constexpr double k_missing = std::numeric_limits<double>::quiet_NaN();

std::string number_cell(double value) {
  return std::isfinite(value) ? six_digit_text(value) : std::string();
}

std::string interval_text(const Interval& interval) {
  if (!std::isfinite(interval.value)) return "-";
  if (interval.low == interval.high) return short_text(interval.value);
  return fmt::format("{} [{}, {}]", short_text(interval.value), short_text(interval.low), short_text(interval.high));
}

std::string letter(std::size_t i) {
  return std::string(1, static_cast<char>('A' + static_cast<int>(i)));
}

std::string bold(const std::string& words, bool color) {
  return color ? fmt::format("\033[1m{}\033[0m", words) : words;
}

/// `text` with blanks up to `width` characters.
std::string padded(const std::string& text, std::size_t width) {
  const std::size_t length = count_characters(text);
  return text + std::string(length < width ? width - length : 0, ' ');
}

/// Cells of one line; the first column is the quantity.
using Line = std::vector<std::string>;

std::string table_text(const std::vector<ComparedQuantity>& rows, std::size_t runs, bool color) {
  std::vector<Line> lines = {{"", ""}};
  for (std::size_t i = 0; i < runs; ++i) lines.front().push_back(letter(i));
  for (const ComparedQuantity& row : rows) {
    Line line = {"  " + printable(row.name), row.unit == "1" ? "" : printable(row.unit)};
    for (const Interval& interval : row.values) line.push_back(interval_text(interval));
    lines.push_back(std::move(line));
  }
  std::vector<std::size_t> widths(runs + 2);
  for (const Line& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], count_characters(line[i]));
  }
  std::string text;
  for (std::size_t k = 0; k < lines.size(); ++k) {
    if (k > 0 && (k == 1 || rows[k - 1].room != rows[k - 2].room)) {
      text += fmt::format("\n{}\n", bold(printable(rows[k - 1].room), color));
    }
    std::string line;
    for (std::size_t i = 0; i < lines[k].size(); ++i) line += padded(lines[k][i], widths[i] + 2);
    line.erase(line.find_last_not_of(' ') + 1);
    text += (k == 0 ? bold(line, color) : line) + "\n";
  }
  return text;
}

std::string legend(const std::vector<KeptRun>& runs, bool color) {
  std::size_t width = 0;
  for (const KeptRun& run : runs) width = std::max(width, count_characters(printable(run.folder)));
  std::string text;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    text += fmt::format("{}  {}  {}\n", bold(letter(i), color), padded(printable(runs[i].folder), width),
                        printable(runs[i].title));
  }
  return text;
}

}  // namespace

std::vector<ComparedQuantity> compared(const std::vector<KeptRun>& runs) {
  std::vector<ComparedQuantity> rows;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    for (const KeptQuantity& one : runs[i].quantities) {
      auto row = std::find_if(rows.begin(), rows.end(), [&](const ComparedQuantity& other) {
        return other.room == one.room && other.name == one.name && other.unit == one.unit;
      });
      if (row == rows.end()) {
        const std::vector<Interval> missing(runs.size(), {k_missing, k_missing, k_missing});
        // behind the last of its room, so that rooms stay together
        const auto last = std::find_if(rows.rbegin(), rows.rend(),
                                       [&](const ComparedQuantity& other) { return other.room == one.room; });
        row = rows.insert(last == rows.rend() ? rows.end() : last.base(), {one.room, one.name, one.unit, missing});
      }
      row->values[i] = one.interval;
    }
  }
  return rows;
}

std::string comparison_csv(const std::vector<KeptRun>& runs) {
  std::string csv = "quantity,unit";
  for (const KeptRun& run : runs) {
    for (const char* part : {"value", "low", "high"}) csv += ',' + csv_text(fmt::format("{} {}", run.folder, part));
  }
  csv += '\n';
  for (const ComparedQuantity& row : compared(runs)) {
    csv += csv_text(fmt::format("{}.{}", row.room, row.name)) + ',' + csv_text(row.unit);
    for (const Interval& interval : row.values) {
      csv += ',' + number_cell(interval.value) + ',' + number_cell(interval.low) + ',' + number_cell(interval.high);
    }
    csv += '\n';
  }
  return csv;
}

std::string comparison_text(const std::vector<KeptRun>& runs, const std::vector<Difference>& differences,
                            const std::vector<std::string>& warnings, bool color) {
  std::string text = legend(runs, color);
  text += fmt::format("\n{}\nMedian [10th, 90th percentile]; no brackets: certain.\n\n",
                      printable(difference_sentence(differences)));
  text += table_text(compared(runs), runs.size(), color);
  for (const std::string& warning : warnings) text += fmt::format("\nNote: {}\n", printable(warning));
  return text + "\nResearch and education; not a medical device.\n";
}

}  // namespace percuta::report
