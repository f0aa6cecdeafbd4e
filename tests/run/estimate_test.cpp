#include "percuta/run/run.hpp"

#include <doctest/doctest.h>

#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[unit] the expected strikes are near those that a run lands") {
  const study::Model model = load_text(small_study());
  const run::Cost cost = run::estimate(model);
  const auto course =
      course::simulate(model.inputs, Member{model.seed, 0, model.members}, numerics::KernelClone::baseline);
  const auto& landed = course.sessions.front().punctures;
  const double struck = static_cast<double>(landed.all.size()) + static_cast<double>(landed.outside);
  CHECK(static_cast<double>(cost.punctures) == doctest::Approx(struck).epsilon(0.05));
  CHECK(cost.bytes > 0);
  CHECK(cost.member_seconds > 0);
}

TEST_CASE("[unit] more threads take less time, more members more") {
  study::Model model = load_text(small_study());
  run::Cost cost;
  cost.member_seconds = 1;
  const double one = run::expected_seconds(model, cost, 1);
  CHECK(run::expected_seconds(model, cost, 4) == doctest::Approx(one / 4));
  model.members *= 2;
  CHECK(run::expected_seconds(model, cost, 1) > one);
}
