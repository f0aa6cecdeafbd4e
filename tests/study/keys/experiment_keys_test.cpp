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
