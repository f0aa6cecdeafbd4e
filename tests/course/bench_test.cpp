#include "percuta/course/bench.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "study/experiment_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

namespace {

course::Outcome median(const std::string& text) {
  const study::Model model = load_text(text);
  return course::bench(model.inputs, model.experiment, Member{model.seed, 0, model.members});
}

}  // namespace

TEST_CASE("[unit] a pressed needle gives a curve that ends at its displacement") {
  const course::Outcome outcome = median(bench_study("displacement = \"1 mm\""));
  REQUIRE_FALSE(outcome.press.displacement.empty());
  CHECK(outcome.press.displacement.back() == doctest::Approx(1e-3).epsilon(0.02));
  CHECK(outcome.course.sessions.size() == 1);
  CHECK(outcome.course.sessions.front().punctures.all.empty());
  CHECK(load_text(bench_study("displacement = \"1 mm\"")).travel == doctest::Approx(1e-3));
}

TEST_CASE("[unit] a roller is rolled over the specimen as in a course") {
  const course::Outcome outcome = median(roller_bench(""));
  CHECK(outcome.press.displacement.empty());
  CHECK(outcome.course.sessions.front().punctures.all.size() > 50);
  CHECK(insertion::open_share(outcome.course.sessions.front().holes) > 0);
}

TEST_CASE("[unit] the one dermis of a specimen counts as reached, whatever else the skin is called") {
  study::Model model = load_text(bench_study("displacement = \"1 mm\""));
  REQUIRE(model.inputs.knowledge.specimen.has_value());
  std::vector<skin::SpecimenLayer>& layers = model.inputs.knowledge.specimen->layers;
  layers = {layers.at(0), layers.at(1), layers.at(3)};
  layers.back().name = "dermis";
  const Member median{model.seed, 0, model.members};
  const auto tested = course::bench(model.inputs, model.experiment, median);
  const insertion::Reach& reach = tested.course.sessions.front().reach;
  REQUIRE(reach.depth_in_place > layers.at(0).thickness + layers.at(1).thickness);
  CHECK(reach.reach_epidermis == 1);
  CHECK(reach.reach_dermis == 1);
  CHECK(reach.reach_fat == 0);
}

TEST_CASE("[unit] speed makes the energy of a device with a mass") {
  course::Experiment bench;
  device::Applicator applicator;
  applicator.mass = certain(0.004);
  applicator.speed = certain(3);
  CHECK(course::press_of(bench, applicator).energy == doctest::Approx(0.018));
  bench.speed = certain(1);
  CHECK(course::press_of(bench, applicator).energy == doctest::Approx(0.002));
  bench.force = certain(10);
  CHECK(course::press_of(bench, applicator).energy == 0);
}

TEST_CASE("[law] more travel, force or energy never lands shallower") {
  const auto depth = [](const std::string& how) {
    return median(bench_study(how)).course.sessions.front().reach.depth_in_place;
  };
  CHECK(depth("displacement = \"0.5 mm\"") < depth("displacement = \"1 mm\""));
  CHECK(depth("force = \"0.12 N\"") < depth("force = \"0.3 N\""));
  CHECK(depth("energy = \"0.05 mJ\"") < depth("energy = \"0.3 mJ\""));
}

TEST_CASE("[unit] the roller's force and speed are the experiment's") {
  const auto force = [](const std::string& how) {
    return median(roller_bench(how)).course.sessions.front().reach.force_per_needle;
  };
  CHECK(force("force = \"0.5 N\"") < force("force = \"8 N\""));
  CHECK(median(roller_bench("speed = \"10 mm/s\"")).course.sessions.front().strokes.front().speed <
        median(roller_bench("speed = \"100 mm/s\"")).course.sessions.front().strokes.front().speed);
}

TEST_CASE("[unit] given holes close as they are given, covered ones more slowly") {
  const std::string hole = "hole_width = \"70 um\"\nhole_depth = \"150 um\"\n";
  const auto clocks = [&](const std::string& more) {
    return median(roller_bench(hole + more, "closure")).course.sessions.front().clocks;
  };
  CHECK(clocks("").barrier_time > 0);
  CHECK(clocks("covered_until = \"48 h\"").barrier_time > clocks("").barrier_time);
  CHECK(clocks("covered_from = \"1 h\"\ncovered_until = \"48 h\"").barrier_time <
        clocks("covered_until = \"48 h\"").barrier_time);
  CHECK(median(roller_bench("hole_width = \"70 um\"\nhole_depth = \"300 um\"", "closure"))
            .course.sessions.front()
            .clocks.pore_time > clocks("").pore_time);
  const course::Outcome dense = median(roller_bench(hole + "hole_density = \"200 1/cm2\"", "closure"));
  CHECK(insertion::open_share(dense.course.sessions.front().holes) ==
        doctest::Approx(200e4 * 3.14159265 * 35e-6 * 35e-6).epsilon(0.01));
}

TEST_CASE("[law] given holes in skin that is cut out keep what does not spring shut; a cover changes nothing") {
  const std::string hole = "hole_width = \"70 um\"\nhole_depth = \"150 um\"\n";
  const auto clocks = [&](const std::string& more) {
    return median(bench_study(hole + more, "", "skin = \"human-dermatomed\"\n", "closure"))
        .course.sessions.front()
        .clocks;
  };
  const closure::Clocks open = clocks("");
  CHECK(open.is_pierced);
  CHECK(std::isinf(open.barrier_time));
  CHECK(closure::barrier_conductance(open, 1e6) == doctest::Approx(1 - open.elastic_share));
  CHECK(closure::barrier_conductance(clocks("covered_until = \"48 h\""), 1e5) ==
        closure::barrier_conductance(open, 1e5));
}

TEST_CASE("[law] holes stand as dense as the pierced needles of an outline do in its area") {
  const std::string text =
      "percuta = 1\ntitle = \"Patch\"\n[device]\nname = \"patch-glabella\"\n[experiment]\nkind = \"closure\"\nskin = "
      "\"human-excised\"\nforce = \"40 N\"\n";
  const device::Device device = load_text(text).inputs.sessions.front().device;
  REQUIRE(device.head.outline.size() > 2);
  numerics::Polygon outline;
  for (const std::vector<double>& corner : device.head.outline) outline.push_back({corner[0], corner[1]});
  const course::Outcome outcome = median(text);
  REQUIRE(outcome.press.pierced_share > 0);
  CHECK(outcome.course.sessions.front().holes.density ==
        doctest::Approx(outcome.press.pierced_share * static_cast<double>(device::needle_count(device)) /
                        numerics::area(outline)));
}

TEST_CASE("[unit] a pen's strikes per second are its needles times its frequency") {
  const std::string pen =
      "percuta = 1\ntitle = \"Pen\"\n[device]\nname = \"pen-11\"\nhead.frequency = \"50 Hz\"\n[site]\narea = \"1 "
      "cm2\"\n"
      "[experiment]\nkind = \"insertion-test\"\nskin = \"cheek\"\n";
  CHECK(median(pen).strike_rate == doctest::Approx(550));
}
