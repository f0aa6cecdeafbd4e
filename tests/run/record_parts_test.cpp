#include "percuta/run/record_parts.hpp"

#include <doctest/doctest.h>

#include "percuta/run/run.hpp"
#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

namespace {

run::Record record_of(const std::string& text) {
  run::Record record;
  record.table = run::simulate_members(load_text(text), {});
  run::add_results(Units(), record);
  return record;
}

}  // namespace

TEST_CASE("[unit] the table becomes results, curves, layers and a histogram") {
  const run::Record record = record_of(small_study("[product]\nname = \"vitamin-c-15\"\n"));
  CHECK(record.sessions.empty());
  CHECK(record.results.size() == course::course_quantities().size());
  CHECK(record.histogram.density.size() + 1 == record.histogram.edges.size());
  REQUIRE(record.histogram.deeper.size() == record.histogram.edges.size());
  for (std::size_t i = 1; i < record.histogram.deeper.size(); ++i) {
    CHECK(record.histogram.deeper[i].value <= record.histogram.deeper[i - 1].value);
  }
  CHECK(record.histogram.mean.size() == record.histogram.density.size());
  REQUIRE(record.curves.size() > 10);  // closing, what heals, what is seen
  CHECK(record.curves.front().name == "closure_course");
  CHECK(record.curves.front().at.back() == doctest::Approx(120));
  CHECK(record.curves.front().curves.size() == 2);
}

TEST_CASE("[unit] layers keep their names and order") {
  const run::Record record = record_of(small_study());
  REQUIRE(record.layers.size() == 5);
  CHECK(record.layers.front().name == "stratum_corneum");
  CHECK(record.layers.front().top.value == 0);
  CHECK(record.layers[3].bottom.value > record.layers[2].bottom.value);
}

TEST_CASE("[unit] several sessions are told one by one, the first also by itself") {
  const run::Record record = record_of(small_study("[course]\nsessions = 2\n"));
  REQUIRE(record.sessions.size() == 2);
  CHECK(record.sessions[0].size() + record.of_course.size() == record.results.size());
  CHECK(record.sessions[1].size() == record.sessions[0].size());
  CHECK(record.of_course.size() > 20);  // of both together
  CHECK(record.sessions[0].front().interval.value == record.results.front().interval.value);
}

namespace {

/// A gap with a neighbour in some members, a curve with a hole to close in some, and what every record needs.
run::Record record_of_gaps(const std::vector<double>& gaps, const std::vector<double>& leaks) {
  ResultColumn gap{"coverage", "gap", "mm", "How wide"};
  gap.needs = "two holes";
  gap.at_zero = "no room is left";
  ResultColumn leak{"closure", "leak", "1", "How much leaks"};
  leak.axis = ResultAxis{"time", "h", {0}, {}};
  leak.figure = "closure_course";
  leak.needs = "a hole";
  ResultColumn face{"skin", "layer_top", "mm", "Upper face"};
  face.axis = ResultAxis{"layer", "", {}, {"dermis"}};
  ResultColumn lower = face;
  lower.name = "layer_bottom";
  std::vector<std::vector<double>> rows;
  for (std::size_t i = 0; i < gaps.size(); ++i) rows.push_back({gaps[i], leaks[i], 0, 1});
  run::Record record;
  record.table = run::ResultTable({gap, leak, face, lower}, rows);
  run::add_results(Units(), record);
  return record;
}

}  // namespace

TEST_CASE("[unit] what some members have is given of those, with how many they are") {
  const run::Record record = record_of_gaps({1e-3, k_undefined, 3e-3, 0}, {k_undefined, 1, 1, 1});
  REQUIRE(record.results.size() == 1);
  CHECK(record.results[0].interval.value == doctest::Approx(1));
  CHECK(record.results[0].note == "defined in 3 of 4 members; no room is left in 1 of 4 members");
  CHECK(record.results[0].in_words() == "How wide; " + record.results[0].note);
  REQUIRE(record.curves.size() == 1);
  CHECK(record.curves[0].curves[0].meaning == "How much leaks; defined in 3 of 4 members");
  CHECK(record.undefined.empty());
}

TEST_CASE("[unit] what no member has is left out, and stands in one list with its reason") {
  const run::Record record = record_of_gaps({k_undefined, k_undefined}, {k_undefined, k_undefined});
  CHECK(record.results.empty());
  CHECK(record.curves.empty());
  REQUIRE(record.undefined.size() == 2);
  CHECK(record.undefined[0].name == "gap");
  CHECK(record.undefined[0].reason == "needs two holes");
  CHECK(record.undefined[1].reason == "needs a hole");
}

TEST_CASE(
    "[law] a histogram's shares are of the members that have a strike in the window; of none there is no histogram") {
  ResultColumn density{"coverage", "density", "1/cm2", "Strikes per area"};
  ResultColumn pierced{"insertion", "pierced_share", "1", "Share"};
  pierced.needs = "a strike in the window";
  ResultColumn bins{"insertion", "strikes_by_depth", "1/cm2", "Strikes"};
  bins.axis = ResultAxis{"depth", "mm", {0, 1e-3}, {}};
  ResultColumn face{"skin", "layer_top", "mm", "Upper face"};
  face.axis = ResultAxis{"layer", "", {}, {"dermis"}};
  ResultColumn lower = face;
  lower.name = "layer_bottom";
  const std::vector<ResultColumn> columns = {density, pierced, bins, face, lower};
  run::Record some, none;
  some.table = run::ResultTable(columns, {{10, 1, 5, 5, 0, 1}, {0, k_undefined, 0, 0, 0, 1}});
  none.table = run::ResultTable(columns, {{0, k_undefined, 0, 0, 0, 1}});
  run::add_results(Units(), some);
  run::add_results(Units(), none);
  REQUIRE(some.histogram.deeper.size() == 3);
  CHECK(some.histogram.deeper[1].value == doctest::Approx(0.5));
  CHECK(some.histogram.deeper[1].low == doctest::Approx(0.5));
  CHECK(some.histogram.not_pierced_share.value == 0);
  CHECK(some.histogram.mean[0] == doctest::Approx(2.5));
  CHECK(none.histogram.edges.empty());
  CHECK(none.histogram.density.empty());
}
