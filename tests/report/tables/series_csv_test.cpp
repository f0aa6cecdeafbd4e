#include <doctest/doctest.h>

#include "percuta/report/tables/tables.hpp"
#include "report/decimal_comma.hpp"
#include "report/record_fixture.hpp"
#include "report/xml_check.hpp"

using namespace percuta;
using namespace percuta::report;

namespace {

run::Record record_with_curve() {
  run::Record record = example_record();
  record.curves = {
      {"closure_course", "time", "h", {0, 1.5}, {{"barrier", "1", "Leak", {{1, 1, 1}, {0.5, 0.25, 0.75}}}}}};
  return record;
}

}  // namespace

TEST_CASE("[unit] every point of every curve is one row") {
  CHECK(series_csv(record_with_curve()) ==
        "figure,axis,axis_unit,at,quantity,unit,value,low,high\n"
        "closure_course,time,h,0,barrier,1,1,1,1\n"
        "closure_course,time,h,1.5,barrier,1,0.5,0.25,0.75\n");
}

TEST_CASE("[law] series.csv has the same bytes under a decimal-comma locale, and no cell is a formula") {
  run::Record record = record_with_curve();
  record.curves.front().curves.front().name = "=1+1";
  const std::string csv = series_csv(record);
  CHECK(occurrences(csv, ",=") == 0);
  const DecimalComma comma;
  CHECK(series_csv(record) == csv);
}
