#include <doctest/doctest.h>

#include <cmath>

#include "percuta/report/compare/compare_table.hpp"
#include "report/compare/kept_run_fixture.hpp"

using namespace percuta::report;

TEST_CASE("[unit] a quantity that a run lacks is not a number there, and keeps its room together") {
  KeptRun first = kept_run("a", "2 N", 1), second = kept_run("b", "3 N", 2);
  second.quantities.insert(second.quantities.begin() + 1, {"coverage", "largest_gap", "mm", {1.5, 1, 2}});
  const auto rows = compared({first, second});
  REQUIRE(rows.size() == 3);
  CHECK(rows[1].name == "largest_gap");
  CHECK(std::isnan(rows[1].values[0].value));
  CHECK(rows[1].values[1].high == 2);
  CHECK(rows[2].values[1].value == 2);
}

TEST_CASE("[unit] the same quantity in two units is two rows") {
  KeptRun second = kept_run("b", "3 N", 2);
  second.quantities[1].unit = "um";
  CHECK(compared({kept_run("a", "2 N", 1), second}).size() == 3);
}

TEST_CASE("[unit] the csv names each run in its columns, and no cell runs as a formula") {
  const std::string csv = comparison_csv({kept_run("a,b", "2 N", 1), kept_run("=c", "3 N", 2)});
  CHECK(csv.starts_with("quantity,unit,\"a,b value\",\"a,b low\",\"a,b high\",'=c value,'=c low,'=c high\n"));
  CHECK(csv.find("insertion.depth_in_place,mm,1,0.5,2,2,1,4\n") != std::string::npos);
}

TEST_CASE("[unit] the terminal shows runs by letter and nothing that steers it") {
  KeptRun second = kept_run("b", "3 N", 2);
  second.title = "sly \033[2J";
  const std::string text = comparison_text({kept_run("a", "2 N", 1), second}, {}, {"Mind the gap."}, false);
  CHECK(text.find("B  b  sly \\x1b[2J") != std::string::npos);
  CHECK(text.find('\033') == std::string::npos);
  CHECK(text.find("depth_in_place  mm     1 [0.5, 2]      2 [1, 4]\n") != std::string::npos);
  CHECK(text.find("Note: Mind the gap.") != std::string::npos);
  CHECK(text.find("not a medical device") != std::string::npos);
}
