#include <doctest/doctest.h>

#include "percuta/run/record_parts.hpp"
#include "percuta/run/run.hpp"
#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[unit] the reader is told when nothing pierces") {
  const study::Model model =
      load_text(small_study(), {{"device.needle.tip_radius=120 um", "technique.force=0.1 N"}, {}});
  const run::Record record = run::run(model, {}, Units());
  bool is_told = false;
  for (const std::string& warning : record.warnings) is_told = is_told || has(warning, "no needle pierces");
  CHECK(is_told);
}

namespace {

run::Record told(std::vector<ResultColumn> columns, std::vector<std::vector<double>> rows) {
  run::Record record;
  record.median_run.sessions.emplace_back();
  record.table = run::ResultTable(std::move(columns), std::move(rows));
  run::add_run_warnings({}, Units(), record);
  return record;
}

}  // namespace

TEST_CASE("[unit] that nothing lands is told first; in some members, in how many") {
  const ResultColumn density{"coverage", "density", "1/cm2", "Strikes per area"};
  const run::Record none = told({density}, {{0}, {0}}), some = told({density}, {{0}, {3}}),
                    all = told({density}, {{3}});
  CHECK_FALSE(none.has_landed);
  CHECK(has(none.warnings.at(0), "No needle lands in the treated window"));
  CHECK(some.has_landed);
  CHECK(has(some.warnings.at(0), "In 1 of 2 ensemble members no needle lands"));
  CHECK(all.has_landed);
  CHECK(all.warnings.empty());
}

TEST_CASE("[unit] in how many members no hole stays is told") {
  ResultColumn depth{"insertion", "residual_depth", "mm", "Depth of the hole"};
  depth.needs = "a strike that pierces";
  const run::Record record = told({depth}, {{0}, {1e-3}, {0}, {k_undefined}});
  CHECK(has(record.warnings.at(0), "In 2 of 4 ensemble members no hole stays"));
}

TEST_CASE("[unit] what is not defined is told in one sentence, by reason") {
  run::Record record;
  record.median_run.sessions.emplace_back();
  record.undefined = {{"coverage", "gap", "needs two holes"},
                      {"closure", "pore_time", "needs a hole"},
                      {"coverage", "index", "needs two holes"}};
  run::add_run_warnings({}, Units(), record);
  REQUIRE(record.warnings.size() == 1);
  CHECK(record.warnings[0] == "Not defined here, so left out: gap, index (needs two holes); pore_time (needs a hole).");
}

TEST_CASE("[unit] what is put on and lies undissolved, and sessions that tell no uptake of their own, are told") {
  run::Record record;
  record.median_run.sessions.resize(2);
  transport::ActiveCourse& retinol = record.median_run.sessions[0].uptake.actives.emplace_back();
  retinol.name = "retinol";
  retinol.is_saturated = true;
  run::add_run_warnings({}, Units(), record);
  REQUIRE(record.warnings.size() == 2);
  CHECK(has(record.warnings[0], "sessions alike repeat it"));
  CHECK(has(record.warnings[1], "retinol stands at its solubility"));
}
