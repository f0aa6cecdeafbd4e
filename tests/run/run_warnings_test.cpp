#include <doctest/doctest.h>

#include "percuta/run/run.hpp"
#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[unit] the reader is told when nothing pierces") {
  const study::Model model =
      load_text(small_study(), {{"device.needle.tip_radius=200 um", "technique.force=0.1 N"}, {}});
  const run::Record record = run::run(model, {}, Units());
  bool is_told = false;
  for (const std::string& warning : record.warnings) is_told = is_told || has(warning, "no needle pierces");
  CHECK(is_told);
}
