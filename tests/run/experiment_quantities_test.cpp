#include "percuta/run/experiment_quantities.hpp"

#include <doctest/doctest.h>

#include <set>

#include "study/experiment_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

namespace {

std::set<std::string> names(const std::string& text) {
  std::set<std::string> found;
  for (const run::ExperimentQuantity& row : run::experiment_quantities(load_text(text))) {
    found.insert(row.room + "." + row.name);
  }
  return found;
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

  const auto closing = names(bench_study("displacement = \"1 mm\"", "", "skin = \"human-excised\"\n", "closure"));
  CHECK(closing.contains("closure.pore_time"));
  CHECK(closing.contains("insertion.residual_depth"));

  const auto given = names(roller_bench("hole_width = \"70 um\"\nhole_depth = \"150 um\"", "closure"));
  CHECK(given.contains("closure.barrier_half_life"));
  CHECK_FALSE(given.contains("insertion.depth_in_place"));
}

TEST_CASE("[unit] no quantity is told twice") {
  const study::Model model =
      load_text(bench_study("displacement = \"1 mm\"", "", "skin = \"human-excised\"\n", "closure"));
  CHECK(names(bench_study("displacement = \"1 mm\"", "", "skin = \"human-excised\"\n", "closure")).size() ==
        run::experiment_quantities(model).size());
}

TEST_CASE("[unit] the fall of the force is a share of the peak before it") {
  course::Tested tested;
  tested.press.force = {0, 0.1, 0.2, 0.05, 0.3};
  for (const run::ExperimentQuantity& row : run::bench_quantities()) {
    if (row.name == "force_drop") CHECK(row.of(tested) == doctest::Approx(0.75));
  }
}
