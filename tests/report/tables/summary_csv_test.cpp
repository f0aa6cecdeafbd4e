#include <doctest/doctest.h>

#include <cmath>

#include "percuta/report/tables/tables.hpp"
#include "report/decimal_comma.hpp"
#include "report/record_fixture.hpp"
#include "report/xml_check.hpp"

using namespace percuta;
using namespace percuta::report;

TEST_CASE("[unit] every quantity is one row under the contracted header") {
  const std::string csv = summary_csv(example_record());
  CHECK(csv.rfind("room,quantity,value,low,high,unit,meaning,study,session\n", 0) == 0);
  CHECK(occurrences(csv, "\n") == 5);
  CHECK(occurrences(csv,
                    "coverage,density,202.148,190,221.5,1/cm2,Needle strikes per area,\"Medical roller, acne scars "
                    "on the cheek\",1\n") == 1);
}

TEST_CASE("[unit] a course has one row per quantity and session") {
  const std::string csv = summary_csv(example_course_record());
  CHECK(occurrences(csv, "\n") == 9);
  CHECK(occurrences(csv, "coverage,density,180,170,190,") == 1);
  CHECK(occurrences(csv, ",2\n") == 4);
}

TEST_CASE("[law] a title that is a formula stays text, a negative number stays a number") {
  run::Record record = example_record();
  record.title = "=HYPERLINK(\"http://example.org\",\"open\")";
  record.results = {{"coverage", "change", "1", "+1 means more", {-0.5, -1, 0}}};
  const std::string csv = summary_csv(record);
  CHECK(occurrences(csv, "coverage,change,-0.5,-1,0,1,'+1 means more,") == 1);
  CHECK(occurrences(csv, "\"'=HYPERLINK(\"\"http://example.org\"\",\"\"open\"\")\"") == 1);
  CHECK(occurrences(csv, ",=") == 0);
}

TEST_CASE("[unit] a number that is not finite leaves its cell empty") {
  run::Record record = example_record();
  record.results = {{"coverage", "density", "1/cm2", "Strikes", {std::nan(""), 1, HUGE_VAL}}};
  CHECK(occurrences(summary_csv(record), "coverage,density,,1,,1/cm2") == 1);
}

TEST_CASE("[law] summary.csv has the same bytes under a decimal-comma locale") {
  const std::string csv = summary_csv(example_record());
  const DecimalComma comma;
  CHECK(summary_csv(example_record()) == csv);
}

TEST_CASE("[unit] a number's note stands with its meaning") {
  run::Record record = example_record();
  record.results = {{"coverage", "density", "1/cm2", "Strikes", {2, 1, 3}, "no hole stays in 4 of 8 members"}};
  CHECK(occurrences(summary_csv(record), ",Strikes; no hole stays in 4 of 8 members,") == 1);
}
