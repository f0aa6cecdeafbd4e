#include <doctest/doctest.h>

#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[unit] a study may carry its sweep, which one run leaves aside and says so") {
  const std::string sweep = "[sweep]\nover = [\"technique.passes=1..3\"]\nshow = [\"density\"]\n";
  const study::Model model = load_text(small_study(sweep));
  CHECK(model.sweep.over == std::vector<std::string>{"technique.passes=1..3"});
  CHECK(model.sweep.show == std::vector<std::string>{"density"});
  const study::Model again = load_text(model.resolved_toml);
  CHECK(again.resolved_toml == model.resolved_toml);
  CHECK(again.warnings == model.warnings);
  REQUIRE_FALSE(model.warnings.empty());
  CHECK(has(model.warnings.front(), "[sweep]"));
}

TEST_CASE("[unit] a sweep without axes is refused") {
  CHECK(has(refusal_of(small_study("[sweep]\nshow = [\"density\"]\n")), "missing key 'over'"));
}
