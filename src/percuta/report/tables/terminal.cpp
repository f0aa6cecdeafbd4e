#include "percuta/report/tables/terminal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include "percuta/base/text/number.hpp"
#include "percuta/base/text/utf8.hpp"
#include "percuta/report/tables/outlook_text.hpp"
#include "percuta/report/tables/told_number.hpp"
#include "percuta/report/tables/uptake_text.hpp"

namespace percuta::report {

namespace {

/// Words with ANSI codes, or plain.
struct Paint {
  bool is_on = false;
  std::string operator()(std::string_view code, std::string_view words) const {
    return is_on ? fmt::format("\033[{}m{}\033[0m", code, words) : std::string(words);
  }
  std::string bold(std::string_view words) const { return (*this)("1", words); }
  std::string faint(std::string_view words) const { return (*this)("2", words); }
  std::string warning(std::string_view words) const { return (*this)("33", words); }
};

struct Row {
  std::string name, value, interval, unit, meaning;
};

std::string heading(std::string_view room) {
  if (room == "coverage") return "Where the needles land";
  if (room == "insertion") return "How deep they go";
  if (room == "closure") return "How the holes close";
  if (room == "transport") return "What gets in";
  if (room == "healing") return "How it heals";
  if (room == "endpoints") return "What is seen of it";
  return printable(room);
}

/// Shares and amounts of what gets in pass through many powers of ten.
bool is_told_plainly(const run::Result& result) {
  return result.unit == "1" || result.unit == "%" || result.room == "transport";
}

Row row_of(const run::Result& result) {
  const auto& [value, low, high] = result.interval;
  const auto told = [&](double one) { return is_told_plainly(result) ? told_text(one) : short_text(one); };
  return {printable(result.name), told(value), fmt::format("[{}, {}]", told(low), told(high)),
          result.unit == "1" ? "" : printable(result.unit), printable(result.in_words())};
}

template <class Column>
std::size_t widest(const std::vector<Row>& rows, Column column) {
  std::size_t width = 0;
  for (const Row& row : rows) width = std::max(width, (row.*column).size());
  return width;
}

/// One aligned table per room, all with the same columns.
std::string tables(std::vector<run::Result> results, const Paint& paint) {
  std::erase_if(results, stands_in_uptake_text);
  std::vector<Row> rows;
  for (const run::Result& result : results) rows.push_back(row_of(result));
  const std::size_t names = widest(rows, &Row::name), values = widest(rows, &Row::value);
  const std::size_t intervals = widest(rows, &Row::interval), units = widest(rows, &Row::unit);
  std::string text;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i == 0 || results[i].room != results[i - 1].room) {
      text += fmt::format("\n{}\n", paint.bold(heading(results[i].room)));
    }
    const Row& row = rows[i];
    text += fmt::format("  {:<{}}  {}  {:<{}}  {:<{}}", row.name, names,
                        paint.bold(fmt::format("{:>{}}", row.value, values)), row.interval, intervals, row.unit, units);
    text += fmt::format("  {}\n", paint.faint(row.meaning));
  }
  return text;
}

std::string what_was_done(const study::Subject& subject) {
  if (subject.device_title.empty() && subject.site_title.empty()) return "";
  std::string product;
  for (const std::string& sentence : subject.product) product += " " + printable(sentence);
  if (!product.empty()) product = fmt::format("Product {}.{}\n", printable(subject.product_title), product);
  std::string device;
  if (!subject.device_title.empty()) {
    device = fmt::format("Device  {}; {} needles, {} mm\n", printable(subject.device_title), subject.needles,
                         short_text(subject.needle_length * k_mm_per_m));
  }
  return fmt::format("{}Site    {}, {} cm2\nPerson  virtual adult: {}, {} years, phototype {}\n{}", device,
                     printable(subject.site_title), short_text(subject.window_area * k_cm2_per_m2),
                     printable(subject.sex), short_text(subject.age_years), subject.phototype, product);
}

std::string note(const std::string& words, const Paint& paint) {
  return fmt::format("\n{}{}\n", paint.warning("Note: "), printable(words));
}

const char* heading_of(safety::Nearness nearness) {
  if (nearness == safety::Nearness::beyond) return "Beyond a limit";
  return nearness == safety::Nearness::near ? "Near a limit" : "Limit";
}

std::string limits(const run::Record& record, const Paint& paint) {
  std::string text = record.limits.empty() ? "" : "\n";
  for (const safety::JudgedLimit& one : record.limits) {
    const bool is_calm = one.nearness > safety::Nearness::near;
    const std::string heading = fmt::format("{}: ", heading_of(one.nearness));
    text += fmt::format("{}{}\n", is_calm ? paint.faint(heading) : paint.warning(heading), printable(sentence_of(one)));
  }
  return text;
}

/// A run of which nothing lands says so before its numbers: the first of its warnings.
bool begins_with_a_warning(const run::Record& record) {
  return !record.has_landed && !record.warnings.empty();
}

std::string warnings(const run::Record& record, const Paint& paint) {
  std::string text;
  for (std::size_t i = begins_with_a_warning(record) ? 1 : 0; i < record.warnings.size(); ++i) {
    text += note(record.warnings[i], paint);
  }
  return text;
}

std::string findings(const run::Record& record, const Paint& paint) {
  if (record.findings.empty()) return "";
  std::string text = fmt::format("\n{}\n", paint.bold("What the needles do"));
  for (const std::string& finding : record.findings) text += fmt::format("  {}\n", printable(finding));
  return text;
}

std::string not_built(const run::Record& record, const Paint& paint) {
  if (record.not_built.empty()) return "";
  std::string text = fmt::format("\n{}\n", paint.bold("Not built yet"));
  for (const study::NotBuilt& room : record.not_built) {
    text += fmt::format("  {}: {}\n", printable(room.room), printable(room.reason));
  }
  return text;
}

}  // namespace

std::string summary_text(const run::Record& record, bool color) {
  const Paint paint{color};
  const std::string ensemble =
      fmt::format("Median [10th, 90th percentile] over {} members, seed {}.", record.members, record.seed);
  std::string text = fmt::format("{}\n{}{}\n", paint.bold(printable(record.title)), what_was_done(record.subject),
                                 paint.faint(ensemble));
  if (begins_with_a_warning(record)) text += note(record.warnings.front(), paint);
  text += limits(record, paint);
  if (record.sessions.size() > 1) {
    for (std::size_t i = 0; i < record.sessions.size(); ++i) {
      text += fmt::format("\n{}{}", paint.bold(fmt::format("Session {}", record.session_numbers[i])),
                          tables(record.sessions[i], paint));
    }
    if (!record.of_course.empty()) {
      text += fmt::format("\n{}{}", paint.bold("All sessions together"), tables(record.of_course, paint));
    }
  } else {
    text += tables(record.results, paint);
  }
  text += uptake_text(record, [&](std::string_view words) { return paint.bold(words); });
  text += findings(record, paint);
  text += outlook_text(
      record, [&](std::string_view words) { return paint.bold(words); },
      [&](std::string_view words) { return paint.faint(words); });
  text += not_built(record, paint) + warnings(record, paint);
  return text + "\nResearch and education; not a medical device.\n";
}

}  // namespace percuta::report
