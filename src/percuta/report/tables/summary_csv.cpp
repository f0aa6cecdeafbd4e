#include <cmath>

#include "percuta/base/text/escape.hpp"
#include "percuta/base/text/number.hpp"
#include "percuta/report/tables/tables.hpp"

namespace percuta::report {

namespace {

std::string number_cell(double value) {
  return std::isfinite(value) ? six_digit_text(value) : std::string();
}

void add_rows(std::string& csv, const run::Record& record, const std::vector<run::Result>& results,
              std::size_t session) {
  for (const run::Result& result : results) {
    csv += csv_text(result.room) + ',' + csv_text(result.name) + ',';
    csv += number_cell(result.interval.value) + ',';
    csv += number_cell(result.interval.low) + ',' + number_cell(result.interval.high) + ',';
    csv += csv_text(result.unit) + ',' + csv_text(result.in_words()) + ',' + csv_text(record.title) + ',';
    csv += std::to_string(session) + '\n';
  }
}

}  // namespace

std::string summary_csv(const run::Record& record) {
  std::string csv = "room,quantity,value,low,high,unit,meaning,study,session\n";
  if (record.sessions.size() <= 1) add_rows(csv, record, record.results, 1);
  if (record.sessions.size() > 1) {
    for (std::size_t i = 0; i < record.sessions.size(); ++i) {
      add_rows(csv, record, record.sessions[i], record.session_numbers[i]);
    }
    add_rows(csv, record, record.of_course, 0);
  }
  return csv;
}

}  // namespace percuta::report
