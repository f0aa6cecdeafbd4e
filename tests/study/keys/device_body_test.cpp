#include "percuta/study/keys/device_body.hpp"

#include <doctest/doctest.h>

#include "study/study_fixture.hpp"

using namespace percuta;
using percuta::study_test::has;

namespace {

std::string problems_of(const std::string& kind, const std::string& file, const std::string& study) {
  Problems problems;
  study::check_body(kind, parse_document(file, "mine.toml"), parse_document(study, "study.toml"), problems);
  std::string text;
  for (const Problem& problem : problems.list()) text += format_problem(problem) + "\n";
  return text;
}

}  // namespace

TEST_CASE("[unit] a device with the table of its kind is well") {
  CHECK(problems_of("roller", "kind = \"roller\"\n[drum]\nrows = 8\n", "") == "");
  CHECK(problems_of("pen", "kind = \"pen\"\n[head]\nneedles = 12\n", "[device]\nhead.needles = 9\n") == "");
  CHECK(problems_of("roller", "kind = \"roller\"\n", "[device]\ndrum.rows = 8\n") == "");
}

TEST_CASE("[unit] a roller without drum and a pen without head are refused where they say their kind") {
  CHECK(has(problems_of("roller", "title = \"x\"\nkind = \"roller\"\n", ""),
            "mine.toml:2:8: error: a device of kind 'roller' needs a table [drum]"));
  CHECK(has(problems_of("pen", "kind = \"pen\"\n[drum]\nrows = 8\n", ""), "needs a table [head]"));
}

TEST_CASE("[unit] a table that the kind has no use for is not silently ignored") {
  const std::string text =
      problems_of("roller", "kind = \"roller\"\n[drum]\nrows = 8\n", "[device]\nhead.needles = 9\n");
  CHECK(has(text, "study.toml:2:1: error: 'device.head' does nothing here"));
  CHECK(has(text, "device.drum"));
}

TEST_CASE("[unit] nor is one in the device file") {
  const std::string text = problems_of("roller", "kind = \"roller\"\n[drum]\nrows = 8\n[head]\nneedles = 192\n", "");
  CHECK(has(text, "mine.toml:4:2: error: 'head' does nothing here"));
}
