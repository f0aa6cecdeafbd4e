#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "percuta/report/compare/compare_inputs.hpp"
#include "report/compare/kept_run_fixture.hpp"

using namespace percuta;
using namespace percuta::report;

TEST_CASE("[unit] only keys that differ are told, each with the values of all runs") {
  const auto differences = differences_of({kept_run("a", "2 N", 1), kept_run("b", "3 N", 1)});
  REQUIRE(differences.size() == 2);
  CHECK(differences[1].key == "technique.force");
  CHECK(differences[1].is_chosen);
  CHECK(differences[1].values == std::vector<std::string>{"2 N", "3 N"});
  CHECK(difference_sentence(differences) == "The studies differ in technique.force (2 N; 3 N).");
}

TEST_CASE("[unit] a default that differs is counted, not told") {
  KeptRun other = kept_run("b", "2 N", 1);
  other.resolved_toml.replace(other.resolved_toml.find("high = 12"), 9, "high = 20");
  const auto differences = differences_of({kept_run("a", "2 N", 1), other});
  REQUIRE(differences.size() == 1);
  CHECK_FALSE(differences[0].is_chosen);
  CHECK(differences[0].values[1] == "5 cm/s (2 to 20)");
  CHECK(difference_sentence(differences) == "The studies differ in 1 further input.");
}

TEST_CASE("[unit] a key that only one study has is blank in the other") {
  KeptRun other = kept_run("b", "2 N", 1);
  other.resolved_toml += "passes = 4\n[[session]]\nnumber = 2\ndepth = [1, 2]\n";
  const auto differences = differences_of({kept_run("a", "2 N", 1), other});
  REQUIRE(differences.size() == 3);
  CHECK(differences[0].values == std::vector<std::string>{"", "4"});
  CHECK(differences[1].key == "session[0].number");
  CHECK(differences[2].values[1] == "1, 2");
}

TEST_CASE("[unit] what comes with another device is not told beside its name") {
  KeptRun one = kept_run("a", "2 N", 1), other = kept_run("b", "2 N", 1);
  one.resolved_toml += "[device]\nname = \"roller\"\nneedle.material = \"steel\"\nneedle.length = \"1 mm\"\n";
  other.resolved_toml += "[device]\nname = \"patch\"\nneedle.material = \"polymer\"\nneedle.length = \"2 mm\"\n";
  CHECK(difference_sentence(differences_of({one, other})) ==
        "The studies differ in device.name (roller; patch), device.needle.length (1 mm; 2 mm) and 1 further input.");
}

TEST_CASE("[unit] studies that are alike are said to be") {
  CHECK(difference_sentence(differences_of({kept_run("a", "2 N", 1), kept_run("b", "2 N", 1)})) ==
        "The studies do not differ.");
}

TEST_CASE("[unit] other versions, other ensembles and missing pages are warned of") {
  KeptRun other = kept_run("b", "2 N", 1);
  CHECK(comparison_warnings({kept_run("a", "2 N", 1), other}).empty());
  other.version = "0.2.0";
  other.members = 8;
  other.page_data.clear();
  const auto warnings = comparison_warnings({kept_run("a", "2 N", 1), other});
  REQUIRE(warnings.size() == 3);
  CHECK(warnings[0].find("a by 0.1.0, b by 0.2.0") != std::string::npos);
}

TEST_CASE("[unit] a resolved study that cannot be read is an error of its file") {
  KeptRun broken = kept_run("b", "2 N", 1);
  broken.resolved_toml = "title = \n";
  CHECK_THROWS_WITH_AS(differences_of({kept_run("a", "2 N", 1), broken}), doctest::Contains("b/study.resolved.toml:1"),
                       InputError);
}

TEST_CASE("[unit] what one run lacks and another has is told with its reason") {
  KeptRun other = kept_run("b", "2 N", 1);
  const KeptQuantity& there = other.quantities.front();
  KeptRun lacking = kept_run("a", "2 N", 1);
  lacking.quantities.clear();
  lacking.undefined = {{there.room + "." + there.name, "needs two holes"}, {"closure.elsewhere", "needs a hole"}};
  const auto warnings = comparison_warnings({lacking, other});
  REQUIRE(warnings.size() == 1);
  CHECK(warnings[0] == "Not defined in 'a': " + there.room + "." + there.name + " (needs two holes).");
}
