#include <doctest/doctest.h>

#include <set>

#include "percuta/base/units.hpp"
#include "percuta/course/bench.hpp"
#include "study/experiment_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

namespace {

std::vector<ResultOf<course::Outcome>> results_of(const std::string& text) {
  const study::Model model = load_text(text);
  return course::results(model.inputs, model.experiment, model.travel);
}

std::multiset<std::string> names(const std::string& text) {
  std::multiset<std::string> found;
  for (const auto& one : results_of(text)) {
    if (!one.column.axis && one.column.is_listed) found.insert(one.column.key());
  }
  return found;
}

std::string closing_press() {
  return bench_study("displacement = \"1 mm\"", "", "skin = \"human-excised\"\n", "closure");
}

}  // namespace

TEST_CASE("[unit] a bench says what its manner can tell, and no more") {
  const auto pressed = names(bench_study("displacement = \"1 mm\""));
  CHECK(pressed.contains("insertion.puncture_force"));
  CHECK(pressed.contains("insertion.skin_energy_share"));
  CHECK_FALSE(pressed.contains("coverage.density"));
  CHECK_FALSE(pressed.contains("closure.barrier_time"));

  const auto rolled = names(roller_bench(""));
  CHECK(rolled.contains("coverage.density"));
  CHECK(rolled.contains("insertion.capillary_strikes"));
  CHECK_FALSE(rolled.contains("insertion.puncture_force"));

  const auto closing = names(closing_press());
  CHECK(closing.contains("closure.pore_time"));
  CHECK(closing.contains("insertion.residual_depth"));

  const auto given = names(roller_bench("hole_width = \"70 um\"\nhole_depth = \"150 um\"", "closure"));
  CHECK(given.contains("closure.barrier_half_life"));
  CHECK_FALSE(given.contains("insertion.depth_in_place"));
}

TEST_CASE("[unit] no quantity is told twice, in a bench or in a course") {
  for (const std::string& text : {closing_press(), small_study()}) {
    const auto all = names(text);
    for (const std::string& name : all) {
      INFO(name);
      CHECK(all.count(name) == 1);
    }
  }
}

TEST_CASE("[unit] a course says all its quantities of every session, its series of the first") {
  const std::string two = small_study(
      "[product]\nname = \"vitamin-c-15\"\n[course]\nsessions = 2\n[[session]]\nnumber = 2\nproduct.amount = \"1 "
      "mg/cm2\"\n");
  std::size_t numbers = 0, series = 0, whole = 0;
  for (const auto& one : results_of(two)) {
    if (one.column.session == 2) {
      CHECK_FALSE(one.column.axis);
      numbers += one.column.is_listed ? 1 : 0;
    } else if (one.column.axis) {
      ++series;
    } else if (one.column.room == "healing" || one.column.room == "endpoints") {
      whole += one.column.is_listed ? 1 : 0;
    }
  }
  CHECK(whole > 20);  // of all sessions together
  CHECK(numbers + whole == course::course_quantities().size());
  CHECK(series > 20);  // strikes by depth, two closing curves, two faces of the layers, what heals and what is seen
}

TEST_CASE("[law] a column adds as many numbers as it announces") {
  for (const std::string& text : {small_study("[course]\nsessions = 2\n"), closing_press(), roller_bench("")}) {
    const study::Model model = load_text(text);
    const auto outcome = course::simulate(model.inputs, model.experiment, Member{model.seed, 1, model.members});
    for (const auto& one : course::results(model.inputs, model.experiment, model.travel)) {
      INFO(one.column.key());
      std::vector<double> row;
      one.append(outcome, row);
      CHECK(row.size() == one.column.size());
    }
  }
}

TEST_CASE("[unit] every quantity has a real unit and a meaning") {
  const Units units;
  for (const auto& list : {course::course_quantities(), course::bench_quantities()}) {
    for (const ResultColumn& column : list) {
      INFO(column.key());
      CHECK(units.is_unit(column.unit));
      CHECK_FALSE(column.meaning.empty());
    }
  }
}
