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
  const run::Record record = record_of(small_study());
  CHECK(record.sessions.empty());
  CHECK(record.results.size() == course::course_quantities().size());
  CHECK(record.histogram.density.size() + 1 == record.histogram.edges.size());
  REQUIRE(record.histogram.deeper.size() == record.histogram.edges.size());
  for (std::size_t i = 1; i < record.histogram.deeper.size(); ++i) {
    CHECK(record.histogram.deeper[i].value <= record.histogram.deeper[i - 1].value);
  }
  CHECK(record.histogram.mean.size() == record.histogram.density.size());
  REQUIRE(record.curves.size() == 1);
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
  CHECK(record.sessions[0].size() == record.results.size());
  CHECK(record.sessions[1].size() == record.results.size());
  CHECK(record.sessions[0].front().interval.value == record.results.front().interval.value);
}
