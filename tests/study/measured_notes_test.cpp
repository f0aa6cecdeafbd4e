#include "percuta/study/measured_notes.hpp"

#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

namespace {

/// The study with a table of punctures beside it.
study::Model with_map(const std::string& map, const std::string& more = "") {
  const TemporaryFolder folder;
  folder.write("map.csv", map);
  return study::load(folder.write("study.toml", small_study("[punctures]\nfrom = \"map.csv\"\n" + more)), {},
                     own_data(), Units());
}

bool says(const study::Model& model, const std::string& words) {
  for (const std::string& warning : model.warnings) {
    if (has(warning, words)) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("[unit] a map that lies in the window is nothing to tell of") {
  const study::Model model = with_map("x_mm,y_mm\n38,34\n39,34\n");
  CHECK_FALSE(says(model, "map.csv"));
}

TEST_CASE("[unit] rows off the site and off its window are told with number and share") {
  const study::Model model = with_map("x_mm,y_mm\n38,34\n39,34\n60,34\n300,310\n");
  CHECK(says(model, "1 of 4 rows of 'map.csv' (25 %) lie off the site's outline"));
  CHECK(says(model, "1 of 4 rows of 'map.csv' (25 %) lie on the site but outside the treated window"));
}

TEST_CASE("[unit] a map that misses the window is refused at its key, with both boxes") {
  try {
    with_map("x_mm,y_mm\n300,310\n315,318\n");
    FAIL("no error");
  } catch (const InputError& error) {
    const std::string message = error.what();
    CHECK(has(message, "study.toml:"));
    CHECK(has(message, "none of the 2 rows of 'map.csv' lies in the treated window"));
    CHECK(has(message, "the map spans x 300 to 315 mm, y 310 to 318 mm"));
    CHECK(has(message, "the site's outline spans x 2.98 to 73.4 mm"));
    CHECK(has(message, "the window in it x "));
    CHECK(has(message, "millimetres in the frame of the site's outline"));
  }
}

TEST_CASE("[unit] a column of which nothing is made is named with its rows and why, as is a session without rows") {
  const study::Model model = with_map("x_mm,y_mm,depth_mm\n38,34,0.15\n39,34,0.15\n", "[course]\nsessions = 2\n");
  CHECK(says(model, "'map.csv' gives depth_mm in 2 rows, and nothing is made of it: a run works it out anew"));
  CHECK(says(model, "'map.csv' has no rows of session 2"));
}
