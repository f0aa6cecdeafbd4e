#include <doctest/doctest.h>

#include "percuta/validation/case_file.hpp"
#include "source_folder.hpp"
#include "validation/validation_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[unit] every role of the repository reads, with its list") {
  const validation::CaseRoles roles =
      validation::read_roles(std::filesystem::path(source_folder()) / "validation" / "roles.toml", Units());
  CHECK(roles.devices.size() >= 23);
  CHECK(roles.find("devices", "V9")->role == "calibration");
  CHECK_FALSE(roles.counts_as_blind("devices", "V21"));
  CHECK(roles.counts_as_blind("devices", "V8"));
}

TEST_CASE("[unit] a case names its study or leaves it at study.toml") {
  validation::CaseVariant variant;
  const Node table = parse_document("name = \"a\"\n", "case.toml");
  Problems problems;
  read_members(table, nullptr, Units(), [&](Visitor& visitor) { describe(variant, visitor); }, problems);
  CHECK(problems.empty());
  CHECK(variant.study == "study.toml");
}
