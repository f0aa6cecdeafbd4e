#include "percuta/run/run.hpp"

#include <doctest/doctest.h>

#include "study/experiment_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[unit] the expected strikes are near those that a run lands") {
  const study::Model model = load_text(small_study(), {{"technique.passes=40"}, {}});
  const run::Cost cost = run::estimate(model);
  const auto course = course::simulate(model.inputs, Member{model.seed, 0, model.members});
  const auto& landed = course.sessions.front().punctures;
  const double struck = static_cast<double>(landed.all.size()) + static_cast<double>(landed.outside);
  CHECK(static_cast<double>(cost.punctures) == doctest::Approx(struck).epsilon(0.1));
  CHECK(cost.bytes > 0);
  CHECK(cost.member_seconds > 0);
}

TEST_CASE("[unit] a diffusion cell takes time, a bench in which nothing gets in hardly any") {
  CHECK(run::estimate(load_text(cell_study())).member_seconds > 0);
  CHECK(run::estimate(load_text(bench_study("displacement = \"1 mm\""))).member_seconds == 0);
}

TEST_CASE("[unit] more threads take less time, more members more") {
  study::Model model = load_text(small_study());
  run::Cost cost;
  cost.member_seconds = 1;
  CHECK(run::expected_seconds(model, cost, 1) == doctest::Approx(9));  // 8 members and the median
  CHECK(run::expected_seconds(model, cost, 4) == doctest::Approx(3));
  CHECK(run::expected_seconds(model, cost, 100) == doctest::Approx(2));
  model.members *= 2;
  CHECK(run::expected_seconds(model, cost, 1) == doctest::Approx(17));
}

TEST_CASE("[unit] members that run at once take memory each, the last run what it writes besides") {
  const study::Model model = load_text(small_study());
  const run::Cost cost{.bytes = 100, .shared_bytes = 7, .last_bytes = 250};
  CHECK(run::expected_bytes(model, cost, 1) == doctest::Approx(357));
  CHECK(run::expected_bytes(model, cost, 8) == doctest::Approx(807));
  CHECK(run::expected_bytes(model, cost, 100) == doctest::Approx(807));
}

TEST_CASE("[law] what a run takes is told without its strikes, however many they are") {
  const study::Model some = load_text(small_study());
  study::Model many = some;
  many.inputs.sessions.front().technique.speed = certain(1e-12);
  many.inputs.sessions.front().device.kind = "pen";
  many.inputs.sessions.front().device.head.needles = 12;
  many.inputs.sessions.front().device.head.width = certain(5e-3);
  many.inputs.sessions.front().device.head.frequency = certain(1e9);
  const run::Cost cost = run::estimate(many);
  CHECK(cost.punctures > 1'000'000'000'000'000'000);
  CHECK(cost.bytes > 1e18);
}

TEST_CASE("[unit] members' numbers take memory too") {
  study::Model model = load_text(small_study());
  const double few = run::estimate(model).shared_bytes;
  model.members = 100000;
  CHECK(run::estimate(model).shared_bytes > few + 100000 * 8);
}

TEST_CASE("[unit] a run that takes more than is left is refused with both sizes") {
  const study::Model model = load_text(small_study());
  const double wanted = run::expected_bytes(model, run::estimate(model), 1);
  CHECK_NOTHROW(run::refuse_over_budget(model, 1, wanted));
  std::string text;
  try {
    run::refuse_over_budget(model, 1, 1e6);
  } catch (const InputError& error) {
    text = error.what();
  }
  CHECK(has(text, "takes about " + run::size_text(wanted) + " of memory, and 1.0 MB are free here"));
  CHECK(has(text, "--over-budget"));
}

TEST_CASE("[unit] a size is told in the unit that people read it in") {
  CHECK(run::size_text(0) == "0 B");
  CHECK(run::size_text(999) == "999 B");
  CHECK(run::size_text(1234) == "1 kB");
  CHECK(run::size_text(2.6e12) == "2.6 TB");
}
