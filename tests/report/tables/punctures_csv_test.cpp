#include <doctest/doctest.h>

#include <sstream>

#include "percuta/report/tables/tables.hpp"
#include "report/decimal_comma.hpp"
#include "report/record_fixture.hpp"
#include "report/xml_check.hpp"

using namespace percuta;
using namespace percuta::report;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

run::Record one_puncture() {
  run::Record record;
  course::Session session;
  session.strokes.resize(2);
  session.strokes[1].pass = 3;
  session.strokes[1].direction = 2;
  punctures::Puncture puncture;
  puncture.x = 0.0123456;
  puncture.y = -0.02;
  puncture.force = 2;
  puncture.length = 1.5e-3;
  puncture.tilt = 0.25F;
  puncture.speed = 0.0375F;
  puncture.stroke = 1;
  puncture.needle = 191;
  puncture.hole = 5;
  puncture.is_reentry = true;
  session.punctures.all = {puncture};
  session.channels.all = {{0.81e-3, 0.0541234, 0.6e-3, 70e-6}};
  record.median_run.sessions = {session};
  return record;
}

}  // namespace

TEST_CASE("[unit] each puncture is one row with units in the header") {
  const auto lines = lines_of(punctures_csv(one_puncture()));
  REQUIRE(lines.size() == 2);
  CHECK(lines[0] ==
        "session,stroke,pass,direction,needle,hole,reentry,in_window,x_mm,y_mm,depth_mm,force_on_needle_N,"
        "force_on_device_N,length_mm,tilt_rad,tip_speed_m_s,residual_depth_mm,channel_width_mm,strike");
  CHECK(lines[1] ==
        "1,1,3,2,191,5,1,0,12.34560,-20.00000,0.81000,0.054123,2.000000,1.50000,0.25,0.0375,0.60000,0.07000,0");
}

TEST_CASE("[unit] sessions follow each other, numbered from 1") {
  const auto lines = lines_of(punctures_csv(example_course_record()));
  REQUIRE(lines.size() == 1 + 2070 + 100);
  CHECK(lines[1].rfind("1,0,", 0) == 0);
  CHECK(lines[2070].rfind("1,", 0) == 0);
  CHECK(lines[2071].rfind("2,0,", 0) == 0);
}

TEST_CASE("[unit] a record without strikes gives the header alone") {
  CHECK(lines_of(punctures_csv(run::Record{})).size() == 1);
}

TEST_CASE("[law] every row has as many cells as the header") {
  for (const std::string& line : lines_of(punctures_csv(example_record()))) CHECK(occurrences(line, ",") == 18);
}

TEST_CASE("[law] punctures.csv has the same bytes twice and under a decimal-comma locale") {
  const std::string csv = punctures_csv(example_record());
  CHECK(punctures_csv(example_record()) == csv);
  const DecimalComma comma;
  CHECK(punctures_csv(example_record()) == csv);
}
