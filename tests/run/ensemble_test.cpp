#include "percuta/run/ensemble.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>

#include "study/experiment_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[law] members do not depend on threads, in a course and on a bench") {
  for (const std::string& text : {small_study(), roller_bench("")}) {
    const study::Model model = load_text(text);
    run::RunControl one, two;
    one.threads = 1;
    two.threads = 2;
    const run::ResultTable a = run::simulate_members(model, one), b = run::simulate_members(model, two);
    for (const ResultColumn& column : a.columns()) CHECK(a.values(column.key()) == b.values(column.key()));
  }
}

TEST_CASE("[law] what is asked for alone is what it is among all") {
  const std::size_t one_in = std::getenv("PERCUTA_LONG") != nullptr ? 1 : 9;  // each takes a run
  std::size_t number = 0;
  for (const std::string& text : {small_study(), small_study("[course]\nsessions = 2\n"), roller_bench("")}) {
    study::Model model = load_text(text);
    model.members = 4;
    const run::ResultTable all = run::simulate_members(model, {});
    for (const ResultColumn& column : all.columns()) {
      CAPTURE(column.key());
      if (number++ % one_in != 0) continue;
      const run::ResultTable one = run::simulate_members(model, {}, Asked({column.key()}));
      for (std::size_t at = 0; at < column.size(); ++at) {
        const std::vector<double> a = one.values(column.key(), column.session, at);
        const std::vector<double> b = all.values(column.key(), column.session, at);
        for (std::size_t i = 0; i < b.size(); ++i) CHECK((a[i] == b[i] || (std::isnan(a[i]) && std::isnan(b[i]))));
      }
      for (const ResultColumn& got : one.columns()) CHECK(got.key() == column.key());
    }
  }
}

TEST_CASE("[law] a variant of the median is the median of a study so changed") {
  const study::Model model = load_text(small_study());
  const study::Model deep = load_text(small_study(), {{"device.needle.length=0.7 mm"}, {}});
  const run::ResultTable variants = run::simulate_variants(model, {model.inputs, deep.inputs}, {});
  const run::ResultTable own = run::simulate_variants(deep, {deep.inputs}, {});
  REQUIRE(variants.members() == 2);
  CHECK(variants["insertion.depth_in_place"][1] == own["insertion.depth_in_place"][0]);
  CHECK(variants["insertion.depth_in_place"][0] > variants["insertion.depth_in_place"][1]);
}

TEST_CASE("[unit] a member that is recalled with too few numbers is computed again") {
  study::Model model = load_text(small_study());
  model.members = 4;
  run::RunControl control;
  control.recall = [](std::uint32_t, std::vector<double>& numbers) {
    numbers = {1, 2, 3};
    return true;
  };
  std::uint32_t computed = 0;
  control.keep = [&](std::uint32_t, const std::vector<double>&) { ++computed; };
  const run::ResultTable table = run::simulate_members(model, control);
  CHECK(computed == model.members);
  const run::ResultTable anew = run::simulate_members(model, {}, Asked({"coverage.density"}));
  CHECK(table["coverage.density"] == anew["coverage.density"]);
}

TEST_CASE("[unit] a stopped ensemble says what its caller wants said") {
  const study::Model model = load_text(small_study());
  const std::atomic<bool> stop{true};
  run::RunControl control;
  control.stop = &stop;
  control.when_stopped = "stopped before lunch";
  CHECK_THROWS_WITH_AS(run::simulate_members(model, control), "stopped before lunch", Interrupted);
}

TEST_CASE("[law] several studies at once give what each gives alone, and each is counted when it is done") {
  const study::Model course = load_text(small_study()), bench = load_text(roller_bench(""));
  std::vector<std::uint32_t> counted;
  run::RunControl control;
  control.threads = 2;
  control.progress = [&](std::uint32_t done, std::uint32_t all) {
    CHECK(all == 3);
    counted.push_back(done);
  };
  const Asked depth({"insertion.depth_in_place"}), density({"coverage.density"});
  const auto tables = run::simulate_studies({{course, {}}, {bench, depth}, {course, depth}}, control);
  REQUIRE(tables.size() == 3);
  CHECK(counted == std::vector<std::uint32_t>{1, 2, 3});
  CHECK(tables[0]["coverage.density"] == run::simulate_members(course, {}, density)["coverage.density"]);
  CHECK(tables[1].columns().size() == 1);
  CHECK(tables[1]["insertion.depth_in_place"] == run::simulate_members(bench, {}, depth)["insertion.depth_in_place"]);
  CHECK(tables[2]["insertion.depth_in_place"] == tables[0]["insertion.depth_in_place"]);
  CHECK(run::simulate_studies({}, {}).empty());
}

TEST_CASE("[law] the median's course beside the members is the one of the median alone") {
  const study::Model model = load_text(small_study());
  const run::Ensemble both = run::simulate_ensemble(model, {});
  const course::Course alone = course::simulate(model.inputs, {model.seed, 0, model.members});
  CHECK(both.table.members() == model.members);
  REQUIRE(both.median.sessions.size() == 1);
  CHECK(both.median.sessions[0].coverage.density == alone.sessions[0].coverage.density);
  CHECK(both.median.sessions[0].reach.depth_in_place == alone.sessions[0].reach.depth_in_place);
}

TEST_CASE("[law] a variant that takes the landings of the first one is what it is by itself") {
  const study::Model model = load_text(small_study());
  std::vector<course::Inputs> variants(4, model.inputs);
  variants[1].knowledge.contact.dent_spread.value *= 0.9;
  variants[2].knowledge.hand.heading.novice.value *= 2;
  variants[3].knowledge.skin.area.value *= 1.1;
  const run::ResultTable together = run::simulate_variants(model, variants, {});
  for (std::size_t i = 0; i < variants.size(); ++i) {
    const run::ResultTable alone = run::simulate_variants(model, {variants[i]}, {});
    for (const ResultColumn& column : alone.columns()) {
      CAPTURE(column.key());
      const double a = alone[column.key()][0], b = together[column.key()][i];
      CHECK((a == b || (std::isnan(a) && std::isnan(b))));
    }
  }
}

TEST_CASE("[unit] a name that no result has is refused before anything is computed") {
  const study::Model model = load_text(small_study());
  CHECK_THROWS_WITH_AS(run::simulate_members(model, {}, Asked({"coverage.densty"})),
                       doctest::Contains("'coverage.densty' is no quantity of this run"), InputError);
}
