#include "percuta/report/tables/validation_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "percuta/base/files/toml_text.hpp"
#include "percuta/base/text/json_text.hpp"
#include "percuta/base/text/number.hpp"

namespace percuta::report {

namespace {

using validation::Judged;
using validation::Measured;

constexpr double k_percent = 100;

bool is_sign(const Measured& row) {
  return row.spread_kind == "bound" || row.spread_kind == "order" || row.spread_kind == "binary";
}

std::string with_unit(const std::string& number, const std::string& unit) {
  return unit == "1" ? number : fmt::format("{} {}", number, unit);
}

std::string side_text(const Measured& row, const char* above, const char* below) {
  if (row.low && row.high) return fmt::format("{} to {}", short_text(*row.low), short_text(*row.high));
  return row.low ? fmt::format("{} {}", above, short_text(*row.low))
                 : fmt::format("{} {}", below, short_text(*row.high));
}

std::string measured_text(const Judged& row) {
  const Measured& measured = row.measured;
  if (measured.spread_kind == "binary") return *measured.value > 0.5 ? "yes" : "no";
  if (measured.spread_kind == "order") return with_unit(side_text(measured, "above", "below"), row.unit);
  if (measured.spread_kind == "bound") return with_unit(side_text(measured, "at least", "at most"), row.unit);
  std::string text = short_text(*measured.value);
  if (measured.low && measured.high && measured.spread_kind == "sd") {
    text += fmt::format(" (SD {})", short_text((*measured.high - *measured.low) / 2));
  } else if (measured.low && measured.high) {
    text += fmt::format(" ({} to {})", short_text(*measured.low), short_text(*measured.high));
  }
  if (measured.people > 0) text += fmt::format(", n {}", measured.people);
  return with_unit(text, row.unit);
}

std::string ours_text(const Judged& row) {
  if (!row.not_stated.empty()) return "not stated";
  if (row.measured.spread_kind == "binary") {
    return fmt::format("yes in {:.0f} %", k_percent * (*row.measured.value > 0.5 ? row.share : 1 - row.share));
  }
  const std::string interval =
      fmt::format("{} [{}, {}]", short_text(row.ours.value), short_text(row.ours.low), short_text(row.ours.high));
  return with_unit(interval, row.unit);
}

std::string inside_text(const Judged& row) {
  if (!row.not_stated.empty()) return "-";
  const char* word = row.is_inside ? "yes" : "NO";
  return is_sign(row.measured) ? fmt::format("{} ({:.0f} %)", word, k_percent * row.share) : word;
}

std::string role_text(const Judged& row) {
  return row.role == "blind" && !row.is_counted ? "blind, not counted" : row.role;
}

/// The sets that are scored apart.
enum class Set { blind, known, calibration };

std::vector<Judged> only(const std::vector<Judged>& judged, Set set) {
  std::vector<Judged> rows;
  for (const Judged& row : judged) {
    const Set own = row.role == "calibration" ? Set::calibration : row.is_counted ? Set::blind : Set::known;
    if (own == set) rows.push_back(row);
  }
  return rows;
}

const char* name_of(Set set) {
  if (set == Set::blind) return "blind";
  return set == Set::known ? "blind, not counted" : "calibration";
}

std::string or_dash(double value) {
  if (std::isinf(value)) return "unbounded";
  return value > 0 ? short_text(value) : "-";
}

template <class Line>
std::string score_lines(const std::vector<Judged>& judged, const Line& line) {
  std::string text;
  for (const Set set : {Set::blind, Set::known, Set::calibration}) {
    const std::vector<Judged> rows = only(judged, set);
    if (!rows.empty()) text += line(name_of(set), validation::score_of(rows));
  }
  return text;
}

std::string cell(std::string text) {
  std::replace(text.begin(), text.end(), '|', '/');
  return text;
}

std::string markdown_scores(const std::vector<Judged>& judged) {
  std::string text =
      "| set | rows | inside | naive rule inside | sharpness | off by a factor of | naive rule off by | not stated |\n"
      "|---|---|---|---|---|---|---|---|\n";
  return text + score_lines(judged, [](const char* set, const validation::Score& score) {
           return fmt::format("| {} | {} | {} | {} | {} | {} | {} | {} |\n", set, score.rows, score.inside,
                              score.naive_inside, or_dash(score.sharpness), or_dash(score.factor),
                              or_dash(score.naive_factor), score.not_stated);
         });
}

std::string markdown_rows(const std::vector<Judged>& judged) {
  std::string text, list;
  for (const Judged& row : judged) {
    if (row.list != list) {
      list = row.list;
      text += fmt::format(
          "\n## {}\n\n| case | role | measured row | measured | ours | inside | naive rule |\n"
          "|---|---|---|---|---|---|---|\n",
          list);
    }
    text += fmt::format(
        "| [{} {}](../validation/{}/{}/README.md) | {} | {} | {} | {} | {} | {} |\n", row.id, cell(row.title), row.list,
        row.case_name, role_text(row), row.quantity, cell(measured_text(row)), cell(ours_text(row)), inside_text(row),
        row.not_stated.empty() ? fmt::format("{}{}", short_text(row.naive), row.is_naive_inside ? "" : " (NO)") : "-");
  }
  return text;
}

std::string markdown_not_stated(const std::vector<Judged>& judged) {
  std::string text, last;
  for (const Judged& row : judged) {
    if (row.not_stated.empty()) continue;
    const std::string line = fmt::format("- {} {}, {}: {}\n", row.list, row.id, row.quantity, row.not_stated);
    text += line;
  }
  return text.empty() ? "" : "\n## Not stated\n\n" + text;
}

std::string json_text(const std::string& text) {
  return toml_string(text);
}

std::string json_optional(const std::optional<double>& value) {
  return value ? json_number_text(*value) : "null";
}

std::string json_row(const Judged& row) {
  const Measured& m = row.measured;
  const std::string measured =
      fmt::format("{{\"value\": {}, \"low\": {}, \"high\": {}, \"unit\": {}, \"spread_kind\": {}, \"n\": {}}}",
                  json_optional(m.value), json_optional(m.low), json_optional(m.high), json_text(m.unit),
                  json_text(m.spread_kind), m.people);
  const std::string ours =
      row.not_stated.empty()
          ? fmt::format(
                "{{\"value\": {}, \"low\": {}, \"high\": {}, \"unit\": {}, \"band_low\": {}, \"band_high\": {}}}",
                json_number_text(row.ours.value), json_number_text(row.ours.low), json_number_text(row.ours.high),
                json_text(row.unit), json_number_text(row.band_low), json_number_text(row.band_high))
          : "null";
  const char* inside = !row.not_stated.empty() ? "null" : row.is_inside ? "true" : "false";
  return fmt::format(
      "  {{\"id\": {}, \"list\": {}, \"case\": {}, \"title\": {}, \"room\": {}, \"role\": {}, \"counted_blind\": {},\n"
      "   \"quantity\": {}, \"ours_quantity\": {}, \"ours\": {},\n   \"measured\": {},\n"
      "   \"share\": {}, \"inside\": {}, \"naive\": {}, \"naive_inside\": {}, \"not_stated\": {}}}",
      json_text(row.id), json_text(row.list), json_text(row.case_name), json_text(row.title), json_text(row.room),
      json_text(row.role), row.is_counted, json_text(row.quantity), json_text(row.ours_quantity), ours, measured,
      json_number_text(row.share), inside, json_number_text(row.naive), row.is_naive_inside, json_text(row.not_stated));
}

}  // namespace

std::string validation_text(const std::vector<Judged>& judged) {
  std::string text;
  for (const Judged& row : judged) {
    text += fmt::format("{:<10} {:<5} {:<18} {:<42} measured {:<26} ours {:<30} {}\n", row.list, row.id, role_text(row),
                        row.quantity, measured_text(row), ours_text(row), inside_text(row));
  }
  text +=
      "\nInside: the measured value lies in our 10th to 90th percentile, widened by its own spread; an order, a bound "
      "or a yes holds in most members.\n";
  return text + score_lines(judged, [](const char* set, const validation::Score& score) {
           return fmt::format(
               "{:<28} {:>3} of {:>3} inside (naive rule {}); sharpness {}; off by a factor of {} (naive rule {}); {} "
               "not "
               "stated\n",
               set, score.inside, score.rows, score.naive_inside, or_dash(score.sharpness), or_dash(score.factor),
               or_dash(score.naive_factor), score.not_stated);
         });
}

std::string validation_markdown(const std::vector<Judged>& judged) {
  return fmt::format(
      "# Validation\n\n"
      "Written by `percuta validate --markdown docs/validation.md`; do not edit. Published experiments, each run as "
      "the\n"
      "study beside it, against what was measured. Which cases may shape the models (calibration) and which only "
      "judge\n"
      "them (blind) stands in `validation/roles.toml`, committed before the rooms were built.\n\n"
      "*Inside*: the measured value lies in our interval from the 10th to the 90th percentile over all uncertain "
      "inputs,\n"
      "widened by what the measurement itself leaves open (people over n where it is known). An order, a bound or a "
      "yes is\n"
      "inside when most members obey it; their share stands behind it. *Naive rule*: the mean of the calibration "
      "cases'\n"
      "measured values of that quantity; without one, no change. It has no band, so it lies inside only within the "
      "measured\n"
      "range. *Sharpness*: median of high over low, unbounded where most intervals begin at 0. A blind case whose\n"
      "measurement is a calibration case under another name, or stands in an earlier list, is shown and not "
      "counted.\n\n"
      "{}{}{}",
      markdown_scores(judged), markdown_rows(judged), markdown_not_stated(judged));
}

std::string validation_json(const std::vector<Judged>& judged) {
  std::string text = "[\n";
  for (std::size_t i = 0; i < judged.size(); ++i) text += json_row(judged[i]) + (i + 1 < judged.size() ? ",\n" : "\n");
  return text + "]\n";
}

}  // namespace percuta::report
