#include "percuta/run/experiment_values.hpp"

#include <doctest/doctest.h>

#include "run/run_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[unit] a bench's record holds intervals, curves and what it was") {
  const run::Record record =
      run_text(bench_study("displacement = \"1 mm\"", "", "skin = \"human-excised\"\n", "closure"));
  CHECK(record.experiment.kind == "closure");
  CHECK(record.experiment.manner == "pressed");
  CHECK(record.experiment.skin == "human-excised");
  const Interval force = interval_named(record, "puncture_force");
  CHECK(force.low < force.value);
  CHECK(force.value < force.high);
  REQUIRE(record.curves.size() == 2);
  CHECK(record.curves[0].name == "force_displacement");
  CHECK(record.curves[0].at.back() == doctest::Approx(1));
  CHECK(record.curves[1].name == "closure_course");
  for (const run::CurveSet& set : record.curves) {
    for (const run::Curve& curve : set.curves) CHECK(curve.values.size() == set.at.size());
  }
  CHECK_FALSE(record.layers.empty());
}

TEST_CASE("[unit] the closing curve is drawn when the study says") {
  const run::Record record = run_text(
      roller_bench("hole_width = \"70 um\"\nhole_depth = \"150 um\"\ntimes = [\"10 h\", \"0 h\", \"2 h\"]", "closure"));
  CHECK(record.curves.front().at == std::vector<double>{0, 2, 10});
  CHECK(record.curves.front().curves.front().values.front().value == 1);
  CHECK(record.experiment.manner == "given holes");
}

TEST_CASE("[unit] where a press stops short its last values stand on") {
  insertion::PressCurve press;
  press.displacement = {0, 1e-3};
  press.force = {0, 0.1};
  press.depth = {0, 0.5e-3};
  const run::PressPoints points = run::press_points(press, 2e-3);
  CHECK(points.force.front() == 0);
  CHECK(points.force[points.force.size() / 4] == doctest::Approx(0.05));
  CHECK(points.force.back() == 0.1);
  CHECK(points.depth.back() == 0.5e-3);
}

TEST_CASE("[law] threads do not move a bit of a bench") {
  run::RunControl one, two;
  one.threads = 1;
  two.threads = 2;
  const std::string text = roller_bench("", "closure");
  const run::Record a = run_text(text, one), b = run_text(text, two);
  REQUIRE(a.results.size() == b.results.size());
  for (std::size_t i = 0; i < a.results.size(); ++i) {
    CHECK(a.results[i].interval.value == b.results[i].interval.value);
    CHECK(a.results[i].interval.low == b.results[i].interval.low);
  }
}

TEST_CASE("[law] a narrower input narrows the bench's interval") {
  const auto width = [](const std::string& more) {
    const Interval force = interval_named(run_text(bench_study("displacement = \"1 mm\"", more)), "puncture_force");
    return force.high / force.low;
  };
  const std::string certain_tip = "[specimen.mechanics]\ncutting_energy = \"1 kJ/m2\"\n";
  CHECK(width(certain_tip) < width(""));
}
