#include "percuta/study/measured_punctures.hpp"

#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "study/study_fixture.hpp"
#include "temporary_folder.hpp"

using namespace percuta;
using namespace percuta::study_test;
using tests::TemporaryFolder;

namespace {

std::string refusal_of_table(const std::string& text, std::int64_t sessions = 1) {
  const TemporaryFolder folder;
  try {
    study::read_landings(folder.write("map.csv", text), sessions);
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("[unit] places are read in metres, and what no column gives stays open") {
  const TemporaryFolder folder;
  const auto sessions = study::read_landings(folder.write("map.csv", "x_mm,y_mm\n1.5,-2\n"), 1);
  REQUIRE(sessions.size() == 1);
  REQUIRE(sessions[0].size() == 1);
  CHECK(sessions[0][0].x == doctest::Approx(1.5e-3));
  CHECK(sessions[0][0].y == doctest::Approx(-2e-3));
  CHECK(sessions[0][0].force == 0);
  CHECK(sessions[0][0].length == 0);
  CHECK(sessions[0][0].hole == -1);
}

TEST_CASE("[unit] a run's own table is read, what the run works out anew is left out") {
  const TemporaryFolder folder;
  const std::string table =
      "session,stroke,pass,direction,needle,hole,reentry,in_window,x_mm,y_mm,depth_mm,force_on_needle_N,"
      "force_on_device_N,length_mm,tilt_rad,tip_speed_m_s,residual_depth_mm,channel_width_mm\n"
      "1,4,0,1,17,0,0,1,40,37,1.2,0.1,5,1.5,0.25,0.03,0.9,0.1\n"
      "2,5,1,0,18,0,0,1,41,37,1.2,0.1,6,1.4,0,0.02,0.9,0.1\n";
  const auto sessions = study::read_landings(folder.write("punctures.csv", table), 2);
  REQUIRE(sessions.size() == 2);
  REQUIRE(sessions[0].size() == 1);
  CHECK(sessions[0][0].stroke == 4);
  CHECK(sessions[0][0].needle == 17);
  CHECK(sessions[0][0].hole == 0);
  CHECK(sessions[0][0].force == 5);
  CHECK(sessions[0][0].length == doctest::Approx(1.5e-3));
  CHECK(sessions[0][0].tilt == 0.25);
  CHECK(sessions[0][0].speed == 0.03);
  CHECK(sessions[1][0].force == 6);
}

TEST_CASE("[unit] unknown columns, numbers out of range and sessions that there are not are refused") {
  CHECK(has(refusal_of_table("x_mm,y_mm,depht_mm\n1,2,3\n"), "did you mean 'depth_mm'?"));
  CHECK(has(refusal_of_table("x_mm\n1\n"), "needs the column 'y_mm'"));
  CHECK(has(refusal_of_table("x_mm,y_mm,needle\n1,2,1.5\n"), "a whole number"));
  CHECK(has(refusal_of_table("x_mm,y_mm,tilt_rad\n1,2,3\n"), "'tilt_rad' is 3"));
  CHECK(has(refusal_of_table("x_mm,y_mm,session\n1,2,3\n", 2), "'session' is 3"));
}
