#include <doctest/doctest.h>

#include "source_folder.hpp"
#include "validation/validation_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

namespace {

/// Validates one case, V1, which stands beside a data folder that is searched before Percuta's own.
validation::Validation validated(const TemporaryFolder& folder, const std::string& measured,
                                 const run::RunControl& control = {}) {
  std::filesystem::create_directories(folder / "data");
  write_case(folder / "validation", measured, comparison("density", "quantity = \"coverage.density\""));
  const DataFolder data({folder / "data", std::filesystem::path(source_folder()) / "data"});
  return validation::validate({}, 4, data, Units(), control);
}

}  // namespace

TEST_CASE("[unit] the cases beside the first data folder are run and judged, each variant counted once") {
  const TemporaryFolder folder;
  std::vector<std::uint32_t> counted;
  run::RunControl control;
  control.progress = [&](std::uint32_t done, std::uint32_t all) {
    CHECK(all == 2);
    counted.push_back(done);
  };
  const auto found = validated(folder, "density,1/cm2,100,,,none,\n", control);
  REQUIRE(found.judged.size() == 1);
  CHECK(found.judged.front().id == "V1");
  CHECK(counted == std::vector<std::uint32_t>{1, 2});
}

TEST_CASE("[unit] a validation holds when its blind rows are inside") {
  const TemporaryFolder outside, inside;
  const auto missed = validated(outside, "density,1/cm2,1e9,,,none,\n");
  CHECK_FALSE(missed.holds);
  const double ours = missed.judged.front().ours.value;
  CHECK(validated(inside, "density,1/cm2," + std::to_string(ours) + ",,,none,\n").holds);
}

TEST_CASE("[unit] cases that stand beside no data folder are a FileError") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(validation::validate({}, 4, DataFolder({folder / "data"}), Units(), {}), FileError);
}
