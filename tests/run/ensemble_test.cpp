#include "percuta/run/ensemble.hpp"

#include <doctest/doctest.h>

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

TEST_CASE("[law] one member alone gives what it gives among all") {
  const study::Model model = load_text(small_study());
  const run::ResultTable all = run::simulate_members(model, {});
  const run::ResultTable third = run::simulate_one(model, model.inputs, {model.seed, 3, model.members}, {});
  for (const char* key : {"coverage.evenness", "insertion.depth_in_place", "closure.pore_time"}) {
    CHECK(third[key].front() == all[key][2]);
  }
}

TEST_CASE("[unit] a member that is recalled with too few numbers is computed again") {
  const study::Model model = load_text(small_study());
  run::RunControl control;
  control.recall = [](std::uint32_t, std::vector<double>& numbers) {
    numbers = {1, 2, 3};
    return true;
  };
  std::uint32_t computed = 0;
  control.keep = [&](std::uint32_t, const std::vector<double>&) { ++computed; };
  const run::ResultTable table = run::simulate_members(model, control);
  CHECK(computed == model.members);
  CHECK(table["coverage.density"] == run::simulate_members(model, {})["coverage.density"]);
}

TEST_CASE("[unit] a stopped ensemble says what its caller wants said") {
  const study::Model model = load_text(small_study());
  const std::atomic<bool> stop{true};
  run::RunControl control;
  control.stop = &stop;
  control.when_stopped = "stopped before lunch";
  CHECK_THROWS_WITH_AS(run::simulate_members(model, control), "stopped before lunch", Interrupted);
}
