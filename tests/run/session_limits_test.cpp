#include "percuta/run/session_limits.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "run/run_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;
using safety::Nearness;

namespace {

run::Record run_with(const std::vector<std::string>& settings) {
  return run::run(load_text(small_study(), {settings, {}}), {}, Units());
}

const safety::JudgedLimit& named(const std::vector<safety::JudgedLimit>& all, const std::string& quantity) {
  return *std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.quantity == quantity; });
}

}  // namespace

TEST_CASE("[unit] a run holds depth and density against the limits of its site and setting") {
  const run::Record under_eye = run_with({"site.name=under-eye"});
  CHECK(named(under_eye.limits, "device.reach").nearness == Nearness::beyond);
  CHECK(named(under_eye.limits, "coverage.density").nearness == Nearness::inside);
  CHECK(named(under_eye.limits, "coverage.density").bound == doctest::Approx(945));
  CHECK_FALSE(run::holds_limits(under_eye));
  const run::Record cheek = run_with({});
  CHECK(named(cheek.limits, "device.reach").nearness == Nearness::near);
  CHECK(named(cheek.limits, "coverage.density").nearness == Nearness::no_limit);
  CHECK(run::holds_limits(cheek));
}

TEST_CASE("[unit] of a course the session that comes nearest is told") {
  const std::string later = "[course]\nsessions = 2\n[[session]]\nnumber = 2\ndevice.needle.length = \"2 mm\"\n";
  const study::Model model = load_text(small_study(later));
  const auto limits = run::foretold_limits(model, Units());
  REQUIRE(limits.size() == 1);
  CHECK(limits[0].session == 2);
  CHECK(limits[0].nearness == Nearness::beyond);
  CHECK(limits[0].value.value == doctest::Approx(2));
}

TEST_CASE("[unit] a bench test is on nobody's skin and has no limits") {
  const study::Model model = load_text(bench_study("force = \"5 N\""));
  CHECK(run::foretold_limits(model, Units()).empty());
}
