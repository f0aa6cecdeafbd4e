#include <doctest/doctest.h>

#include "study/experiment_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[unit] patches and needles are pressed, rollers and pens are moved") {
  CHECK(course::is_pressed("patch"));
  CHECK(course::is_pressed("stamp"));
  CHECK(course::is_pressed("injector"));
  CHECK_FALSE(course::is_pressed("roller"));
  CHECK_FALSE(course::is_pressed("pen"));
  CHECK_THROWS_AS(course::is_pressed("hammer"), InputError);
}

TEST_CASE("[unit] a bench refuses what does nothing in it, at its place") {
  const std::string course = refusal_of(bench_study("displacement = \"1 mm\"", "[course]\nsessions = 2\n"));
  CHECK(has(course, "'course' does nothing here"));
  CHECK(has(course, "study.toml:"));
  CHECK(has(refusal_of(bench_study("displacement = \"1 mm\"", "[technique]\nforce = \"2 N\"\n")),
            "'technique' does nothing"));
  CHECK(has(refusal_of(bench_study("displacement = \"1 mm\"\ncovered_until = \"3 h\"")), "nothing closes"));
  CHECK(has(refusal_of(roller_bench("energy = \"1 mJ\"")), "moved over the skin"));
}

TEST_CASE("[unit] a press needs an end, and a given hole both its sizes") {
  CHECK(has(refusal_of(bench_study("")), "nothing of where the press ends"));
  CHECK(refusal_of(bench_study("force = \"2 N\"")).empty());
  CHECK(has(refusal_of(roller_bench("hole_width = \"70 um\"", "closure")), "'hole_depth' is missing"));
  CHECK(has(refusal_of(roller_bench("hole_width = \"70 um\"\nhole_depth = \"150 um\"\nforce = \"2 N\"", "closure")),
            "the holes are given"));
}

TEST_CASE("[unit] an unknown key or skin of an experiment is told with what was meant") {
  CHECK(has(refusal_of(bench_study("displacment = \"1 mm\"")), "did you mean 'displacement'?"));
  const std::string skin = refusal_of(bench_study("skin = \"hairless-rad\"\ndisplacement = \"1 mm\"", "", ""));
  CHECK(has(skin, "hairless-rad"));
  CHECK(has(refusal_of(bench_study("displacement = \"1 mm\"", "[site]\nname = \"forearm\"\n")), "two skins are named"));
}

TEST_CASE("[unit] given holes need no press, pressed devices no technique") {
  course::Experiment bench;
  CHECK_FALSE(course::is_straight(bench, "patch"));
  bench.kind = course::k_closure;
  CHECK(course::is_straight(bench, "patch"));
  CHECK_FALSE(course::is_straight(bench, "roller"));
  bench.hole_width = bench.hole_depth = certain(1e-4);
  CHECK(course::is_straight(bench, "roller"));
}

TEST_CASE("[law] a cell's holes are said in its resolved study, whichever way they were left open") {
  const std::string given = "hole_width = \"70 um\"\nhole_depth = \"150 um\"\nhole_density = \"100 1/cm2\"\n";
  const std::string device = "[device]\nname = \"array-length-test\"\n";
  const auto holes_of = [](const std::string& text) {
    const study::Model model = load_text(text);
    const study::Model again = load_text(model.resolved_toml);
    CHECK(again.resolved_toml == model.resolved_toml);
    CHECK(again.inputs_hash == model.inputs_hash);
    return model.experiment.holes;
  };
  CHECK(holes_of(cell_study()) == course::k_no_holes);
  CHECK(holes_of(cell_study(given)) == course::k_given_holes);
  CHECK(holes_of(cell_study("displacement = \"1 mm\"\n", device)) == course::k_made_holes);
  CHECK(load_text(cell_study()).inputs_hash != load_text(cell_study(given)).inputs_hash);
  CHECK_THROWS_AS(load_text(cell_study("holes = \"none\"\n" + given)), InputError);
  CHECK_THROWS_AS(load_text(cell_study("holes = \"made\"\n")), InputError);
  CHECK_THROWS_AS(load_text(cell_study("holes = \"given\"\n")), InputError);
}

TEST_CASE("[unit] a cell without a device tells of none") {
  const study::Model model = load_text(cell_study());
  CHECK(model.subject.device_title.empty());
  CHECK(model.subject.needles == 0);
  CHECK(model.subject.window_area == doctest::Approx(1e-4));
  CHECK(model.resolved_toml.find("[device]") == std::string::npos);
}
