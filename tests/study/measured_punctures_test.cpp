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
  const auto sessions = study::read_landings(folder.write("map.csv", "x_mm,y_mm\n1.5,-2\n"), 1).sessions;
  REQUIRE(sessions.size() == 1);
  REQUIRE(sessions[0].size() == 1);
  CHECK(sessions[0].at(0).x == doctest::Approx(1.5e-3));
  CHECK(sessions[0].at(0).y == doctest::Approx(-2e-3));
  CHECK(sessions[0].at(0).force == 0);
  CHECK(sessions[0].at(0).length == 0);
  CHECK(sessions[0].at(0).hole == -1);
}

TEST_CASE("[unit] a run's own table is read, what the run works out anew is left out") {
  const TemporaryFolder folder;
  const std::string table =
      "session,stroke,pass,direction,needle,hole,reentry,in_window,x_mm,y_mm,depth_mm,force_on_needle_N,"
      "force_on_device_N,length_mm,tilt_rad,tip_speed_m_s,residual_depth_mm,channel_width_mm\n"
      "1,4,0,1,17,0,0,1,40,37,1.2,0.1,5,1.5,0.25,0.03,0.9,0.1\n"
      "2,5,1,0,18,0,0,1,41,37,1.2,0.1,6,1.4,0,0.02,0.9,0.1\n";
  const auto sessions = study::read_landings(folder.write("punctures.csv", table), 2).sessions;
  REQUIRE(sessions.size() == 2);
  REQUIRE(sessions[0].size() == 1);
  CHECK(sessions[0].at(0).stroke == 4);
  CHECK(sessions[0].at(0).needle == 17);
  CHECK(sessions[0].at(0).hole == 0);
  CHECK(sessions[0].at(0).force == 5);
  CHECK(sessions[0].at(0).length == doctest::Approx(1.5e-3));
  CHECK(sessions[0].at(0).tilt == 0.25);
  CHECK(sessions[0].at(0).speed == 0.03);
  CHECK(sessions[1].at(0).force == 6);
}

TEST_CASE("[unit] unknown columns, numbers out of range and sessions that there are not are refused") {
  CHECK(has(refusal_of_table("x_mm,y_mm,depht_mm\n1,2,3\n"), "did you mean 'depth_mm'?"));
  CHECK(has(refusal_of_table("x_mm\n1\n"), "needs the column 'y_mm'"));
  CHECK(has(refusal_of_table("x_mm,y_mm,needle\n1,2,1.5\n"), "a whole number"));
  CHECK(has(refusal_of_table("x_mm,y_mm,tilt_rad\n1,2,3\n"), "'tilt_rad' is 3"));
  CHECK(has(refusal_of_table("x_mm,y_mm,session\n1,2,3\n", 2), "'session' is 3"));
}

TEST_CASE("[law] the order of rows means nothing: any permutation gives the same landings") {
  const TemporaryFolder folder;
  const std::string head = "stroke,needle,x_mm,y_mm,force_on_device_N\n";
  const std::string one = "0,3,1,2,5\n", two = "0,1,4,2,5\n", three = "1,0,3,2,4\n", four = "1,0,3,2,6\n";
  const auto told = study::read_landings(folder.write("a.csv", head + one + two + three + four), 1).sessions;
  const auto turned = study::read_landings(folder.write("b.csv", head + four + two + three + one), 1).sessions;
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(told[0].at(i).x == turned[0].at(i).x);
    CHECK(told[0].at(i).stroke == turned[0].at(i).stroke);
    CHECK(told[0].at(i).force == turned[0].at(i).force);
  }
  CHECK(told[0].at(3).force == 6);
}

TEST_CASE("[unit] where a table tells the time of each strike, that is the order") {
  const TemporaryFolder folder;
  const auto told = study::read_landings(folder.write("a.csv", "strike,x_mm,y_mm\n2,1,1\n0,3,1\n1,2,1\n"), 1).sessions;
  CHECK(told[0].at(0).x == doctest::Approx(3e-3));
  CHECK(told[0].at(2).x == doctest::Approx(1e-3));
}

TEST_CASE("[unit] columns of which nothing is made are named, but for a table that has all of Percuta's own") {
  const TemporaryFolder folder;
  const auto measured = study::read_landings(folder.write("map.csv", "x_mm,y_mm,depth_mm,pass\n1,2,0.15,0\n"), 1);
  CHECK(measured.rows == 1);
  CHECK(measured.name == "map.csv");
  REQUIRE(measured.idle.size() == 2);
  CHECK(measured.idle[0].name == "pass");
  CHECK(measured.idle[1].name == "depth_mm");
  CHECK(has(measured.idle[1].why, "anew"));
  const std::string own =
      "session,stroke,pass,direction,needle,hole,reentry,in_window,x_mm,y_mm,depth_mm,force_on_needle_N,"
      "force_on_device_N,length_mm,tilt_rad,tip_speed_m_s,residual_depth_mm,channel_width_mm";
  const std::string row = "1,4,0,1,17,0,0,1,40,37,1.2,0.1,5,1.5,0.25,0.03,0.9,0.1";
  CHECK(study::read_landings(folder.write("old.csv", own + "\n" + row + "\n"), 1).idle.empty());
  CHECK(study::read_landings(folder.write("new.csv", own + ",strike\n" + row + ",0\n"), 1).idle.empty());
}
