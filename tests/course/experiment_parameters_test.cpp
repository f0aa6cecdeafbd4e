#include <doctest/doctest.h>

#include "percuta/study/study_file.hpp"
#include "study/experiment_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[unit] a study without an experiment writes none out") {
  CHECK_FALSE(has(load_text(small_study()).resolved_toml, "[experiment]"));
  CHECK_FALSE(has(load_text(small_study()).resolved_toml, "[sweep]"));
}

TEST_CASE("[law] a bench's resolved study reads back to the same inputs") {
  for (const std::string& text : {bench_study("displacement = \"1 mm\""), roller_bench("force = \"3 N\""),
                                  roller_bench("hole_width = \"70 um\"\nhole_depth = \"150 um\"", "closure")}) {
    const study::Model model = load_text(text);
    CHECK_FALSE(has(model.resolved_toml, "[course]"));
    CHECK(has(model.resolved_toml, "[specimen"));
    const study::Model again = load_text(model.resolved_toml);
    CHECK(again.resolved_toml == model.resolved_toml);
    CHECK(again.inputs_hash == model.inputs_hash);
  }
}

TEST_CASE("[unit] a specimen's own numbers can be overridden, a site's cannot beside it") {
  const std::string softer =
      bench_study("displacement = \"1 mm\"", "[specimen.mechanics]\nfriction_stress = \"1 kPa\"\n");
  CHECK(has(load_text(softer).resolved_toml, "friction_stress = \"1 kPa\""));
  CHECK(has(refusal_of(bench_study("displacement = \"1 mm\"", "[mechanics]\nfriction_stress = \"1 kPa\"\n")),
            "'mechanics' is not a key"));
}
