#include "percuta/run/chance_curve.hpp"

#include <doctest/doctest.h>

#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[unit] a course is drawn against chance: one curve in mm with the band's facts") {
  const run::Record record = run::run(load_text(small_study()), {}, Units());
  const run::CurveSet& set = record.curves.back();
  CHECK(set.name == "against_chance");
  REQUIRE(set.chance);
  CHECK(set.chance->simulations == 99);
  CHECK(set.chance->level == doctest::Approx(0.95));
  REQUIRE(set.curves.size() == 1);
  CHECK(set.curves[0].values.size() == set.at.size());
  CHECK(set.at[20] == doctest::Approx(1));
  CHECK(set.curves[0].values[0].value == doctest::Approx(0));
  for (const Interval& value : set.curves[0].values) CHECK(value.low < value.high);
}

TEST_CASE("[law] the band of chance is of the drawn run alone, whatever the ensemble and its threads") {
  const auto curve = [](const std::string& members, int threads) {
    run::RunControl control;
    control.threads = threads;
    return run::run(load_text(small_study(), {{"ensemble.members=" + members}, {}}), control, Units())
        .curves.back()
        .curves[0]
        .values;
  };
  const auto few = curve("4", 1), many = curve("9", 2);
  REQUIRE(few.size() == many.size());
  for (std::size_t i = 0; i < few.size(); ++i) {
    CHECK(few[i].value == many[i].value);
    CHECK(few[i].low == many[i].low);
    CHECK(few[i].high == many[i].high);
  }
}

TEST_CASE("[unit] where only results are wanted there is no band") {
  run::RunControl control;
  control.with_chance = false;
  for (const run::CurveSet& set : run::run(load_text(small_study()), control, Units()).curves) {
    CHECK_FALSE(set.chance);
  }
}
