#include <cmath>

#include "percuta/report/escape.hpp"
#include "percuta/report/number.hpp"
#include "percuta/report/folder/folder.hpp"

namespace percuta::report {

namespace {

std::string number_cell(double value) {
  return std::isfinite(value) ? number_text(value) : std::string();
}

void add_rows(std::string& csv, const study::Record& record, const std::vector<study::Result>& results,
              std::size_t session) {
  for (const study::Result& result : results) {
    csv += csv_text(result.room) + ',' + csv_text(result.name) + ',';
    csv += number_cell(result.interval.value) + ',';
    csv += number_cell(result.interval.low) + ',' + number_cell(result.interval.high) + ',';
    csv += csv_text(result.unit) + ',' + csv_text(result.meaning) + ',' + csv_text(record.title) + ',';
    csv += std::to_string(session) + '\n';
  }
}

}  // namespace

std::string summary_csv(const study::Record& record) {
  std::string csv = "room,quantity,value,low,high,unit,meaning,study,session\n";
  if (record.sessions.size() <= 1) add_rows(csv, record, record.results, 1);
  if (record.sessions.size() > 1) {
    for (std::size_t i = 0; i < record.sessions.size(); ++i) add_rows(csv, record, record.sessions[i], i + 1);
  }
  return csv;
}

}  // namespace percuta::report
