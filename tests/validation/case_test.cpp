#include "percuta/validation/case.hpp"

#include <doctest/doctest.h>

#include "validation/validation_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

namespace {

std::string case_refusal(const std::string& measured, const std::string& compare) {
  const TemporaryFolder folder;
  try {
    validation::read_case(write_case(folder.path(), measured, compare), Units());
    return "";
  } catch (const InputError& error) {
    return error.what();
  }
}

const std::string k_density = comparison("density", "quantity = \"coverage.density\"");

}  // namespace

TEST_CASE("[unit] measured rows keep what is known of them") {
  const TemporaryFolder folder;
  write_text(folder.path() / "measured.csv",
             std::string(k_measured_head) + "a,h,60.3,45.6,75,sd,35\nb,1,,1,,order,\nc,um,,24,48,range,\n");
  const auto rows = validation::read_measured(folder.path() / "measured.csv");
  REQUIRE(rows.size() == 3);
  CHECK(*rows[0].value == 60.3);
  CHECK(rows[0].people == 35);
  CHECK_FALSE(rows[1].value.has_value());
  CHECK(*rows[1].low == 1);
  CHECK(*rows[2].value == 36);
}

TEST_CASE("[unit] a measured row that says too little is refused with its line") {
  CHECK(has(case_refusal("density,1/cm2,,,,none,\n", k_density), "no value"));
  CHECK(has(case_refusal("density,1/cm2,,,,none,\n", k_density), "measured.csv:2"));
  CHECK(has(case_refusal("density,1/cm2,1,,,sdd,\n", k_density), "did you mean 'sd'?"));
  CHECK(has(case_refusal("density,1/cm2,x,,,none,\n", k_density), "'x' is not a number"));
  CHECK(has(case_refusal("density,1/cm2,1,none\n", k_density), "7 cells"));
  CHECK(has(case_refusal("density,1,,1,2,order,\n", k_density), "an order has"));
  CHECK(has(case_refusal("density,1,,,,bound,\n", k_density), "a bound has"));
}

TEST_CASE("[unit] a case compares every measured row with something there is") {
  const std::string row = "density,1/cm2,250,,,none,\n";
  CHECK(case_refusal(row, k_density).empty());
  CHECK(has(case_refusal(row + "gap,um,3,,,none,\n", k_density), "'gap' is compared with nothing"));
  CHECK(has(case_refusal(row, comparison("densty", "quantity = \"coverage.density\"")), "no row 'densty'"));
  CHECK(has(case_refusal(row, comparison("density", "quantity = \"coverage.density\"\nof = \"twice\"")),
            "no variant 'twice'"));
  CHECK(has(case_refusal(row, comparison("density", "")), "names a quantity"));
  CHECK(has(case_refusal(row, comparison("density", "quantty = \"a\"")), "quantty"));
}

TEST_CASE("[unit] what does not fit in a comparison is told with its line, a caret and how to mend it") {
  const std::string row = "density,1/cm2,250,,,none,\n";
  const auto told = [&](const std::string& more) {
    return case_refusal(row, comparison("density", "quantity = \"coverage.density\"\n" + more));
  };
  const std::string typo = told("of = \"thrise\"");
  CHECK(has(typo, "case.toml:13:6"));
  CHECK(has(typo, "of = \"thrise\""));
  CHECK(has(typo, "^"));
  CHECK(has(typo, "did you mean 'thrice'?"));
  const std::string alone = told("over_at = \"1 day\"\nat = \"2 day\"");
  CHECK(has(alone, "case.toml:13:11"));
  CHECK(has(alone, "there is no 'over'"));
  CHECK(has(told("minus = \"thrice\"\nminus_at = \"1 day\""), "there is no 'at'"));
  CHECK(has(told("at = \"1 mm\""), "case.toml:13:6"));
  CHECK(told("over = \"thrice\"\nover_at = \"1 day\"\nat = \"2 day\"").empty());
}

TEST_CASE("[unit] a blind case with a calibration case's measurement does not count as blind") {
  const TemporaryFolder folder;
  write_text(folder.path() / "roles.toml", k_roles);
  const validation::CaseRoles roles = validation::read_roles(folder.path() / "roles.toml", Units());
  CHECK(roles.counts_as_blind("devices", "V1"));
  CHECK_FALSE(roles.counts_as_blind("devices", "V2"));
  CHECK_FALSE(roles.counts_as_blind("devices", "V3"));
  CHECK(roles.find("devices", "V3")->title == "Three");
  CHECK(roles.find("devices", "V7") == nullptr);
  CHECK(roles.find("houses", "V1") == nullptr);
}

TEST_CASE("[unit] a blind measurement with two names is counted once, under the earlier list") {
  validation::CaseRoles roles;
  roles.devices = {{"V18", "blind", "", "", "", {"transport V38"}}};
  roles.transport = {{"V38", "blind", "", "", "", {"devices V18"}}};
  CHECK(roles.counts_as_blind("devices", "V18"));
  CHECK_FALSE(roles.counts_as_blind("transport", "V38"));
}
