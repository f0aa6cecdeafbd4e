#include "percuta/study/keys/site_statements.hpp"

#include <doctest/doctest.h>

#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

namespace {

const char* k_outline = "skin.outline=[[0,0],[60,0],[60,60],[0,60]]";

}  // namespace

TEST_CASE("[unit] an outline that encloses about the site's area is well") {
  CHECK(refusal_of(small_study(), {{k_outline}, {}}).empty());
}

TEST_CASE("[unit] one that encloses another is told with both, unless the study says that area too") {
  const std::string text = refusal_of(small_study(), {{"skin.outline=[[0,0],[600,0],[600,600],[0,600]]"}, {}});
  CHECK(has(text, "--set: error: skin.outline encloses 3.6e+03 cm2, and skin.area is 38.2 cm2"));
  CHECK(has(refusal_of(small_study(), {{k_outline, "skin.area=20 cm2"}, {}}), "skin.outline encloses 36 cm2"));
  CHECK(refusal_of(small_study(), {{k_outline, "skin.area=36 cm2"}, {}}).empty());
}

TEST_CASE("[unit] an outline in the site's file is told there") {
  Problems problems;
  skin::SiteData site;
  site.outline = {{0, 0}, {0.1, 0}, {0.1, 0.1}, {0, 0.1}};
  site.area = certain(1e-3);
  study::check_site_statements(site, parse_document("area = 1\noutline = [[0, 0]]\n", "mine.toml"),
                               parse_document("", "study.toml"), problems);
  REQUIRE(problems.list().size() == 1);
  CHECK(problems.list().front().place.file == "mine.toml");
  CHECK(problems.list().front().place.line == 2);
}
