#include <doctest/doctest.h>

#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[unit] a study may carry its sweep, which one run leaves aside and says so") {
  const std::string sweep = "[sweep]\nover = [\"technique.passes=1..3\"]\nshow = [\"density\"]\n";
  const study::Model model = load_text(small_study(sweep));
  CHECK(model.sweep.over == std::vector<std::string>{"technique.passes=1..3"});
  CHECK(model.sweep.show == std::vector<std::string>{"density"});
  CHECK_FALSE(has(model.resolved_toml, "sweep"));
  CHECK(model.inputs_hash == load_text(small_study()).inputs_hash);
  REQUIRE_FALSE(model.warnings.empty());
  CHECK(has(model.warnings.front(), "[sweep]"));
}

TEST_CASE("[unit] a sweep without axes is refused") {
  CHECK(has(refusal_of(small_study("[sweep]\nshow = [\"density\"]\n")), "missing key 'over'"));
}
