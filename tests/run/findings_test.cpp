#include "percuta/run/findings.hpp"

#include <doctest/doctest.h>

#include "percuta/run/run.hpp"
#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

namespace {

std::vector<std::string> findings(std::vector<ResultColumn> columns, std::vector<std::vector<double>> rows,
                                  const std::string& study = small_study()) {
  run::Record record;
  record.table = run::ResultTable(std::move(columns), std::move(rows));
  return run::findings_of(record, load_text(study), Units());
}

ResultColumn column(const char* name, const char* unit, const char* needs = "") {
  ResultColumn column{"insertion", name, unit, "As it is called"};
  column.needs = needs;
  return column;
}

const ResultColumn k_pierced = column("pierced_share", "1", "a strike");
const ResultColumn k_dermis = column("dermis_force", "N", "a hand");
const ResultColumn k_weak = column("fails_first", "1");

}  // namespace

TEST_CASE("[unit] how many strikes pierce is told with its interval") {
  const auto told = findings({k_pierced}, {{0.2}, {0.5}, {0.9}});
  REQUIRE(told.size() == 1);
  CHECK(told[0] == "Of 100 strikes 50 pierce the skin (20 to 90).");
}

TEST_CASE("[unit] needles that break before they pierce are told first, in how many variants") {
  const auto told = findings({k_pierced, k_weak}, {{1, 0}, {1, 1}, {1, 1}});
  REQUIRE(told.size() == 2);
  CHECK(has(told[0], "In 2 of 3 variants needles yield, buckle or shear before they pierce"));
  CHECK(findings({k_pierced, k_weak}, {{1, 0}}).size() == 1);
}

TEST_CASE("[unit] the hand's force for the dermis stands beside the one that presses, and where none does") {
  const auto told = findings({k_pierced, k_dermis}, {{1, 0.5}, {1, 173}, {0.5, k_undefined}});
  REQUIRE(told.size() == 3);
  CHECK(has(told[1], "come to the dermis the hand must press with 86.8 N (0.5 to 173); here it presses with "));
  CHECK(has(told[2], "In 1 of 3 variants no force of the hand brings a typical needle to the dermis"));
}

TEST_CASE("[unit] where a motor drives the needles the hand's force is told not to limit them, unless it does") {
  std::string pen = small_study();
  pen.replace(pen.find("roller-192"), 10, "pen-exceed");
  const auto told = findings({k_pierced, k_dermis}, {{1, 0.0075}, {1, 0.002}}, pen);
  REQUIRE(told.size() == 2);
  CHECK(has(told[1], "The motor drives a typical needle to the dermis, and the hand's force does not limit it"));
  CHECK(has(told[1], "holding the head down takes 0.0047"));
  CHECK(has(findings({k_pierced, k_dermis}, {{1, 0.0075}, {1, 300}}, pen)[1], "the hand must press with"));
  CHECK(has(findings({k_pierced, k_dermis}, {{1, 0.0075}, {1, 0.002}})[1], "the hand must press with"));
}

TEST_CASE("[unit] where nothing lands, or nothing is inserted, there is nothing to find") {
  CHECK(findings({column("density", "1/cm2")}, {{1}}).empty());
  run::Record record;
  record.has_landed = false;
  CHECK(run::findings_of(record, load_text(small_study()), Units()).empty());
}

TEST_CASE("[unit] a run tells its findings") {
  const run::Record record = run::run(load_text(small_study()), {}, Units());
  REQUIRE(record.findings.size() >= 2);
  CHECK(has(record.findings[0], "Of 100 strikes"));
  CHECK(has(record.findings[1], "come to the dermis"));
}
