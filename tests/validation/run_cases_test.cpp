#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "validation/validation_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

namespace {

using Runs = std::vector<std::vector<validation::VariantRun>>;

validation::Case case_with(const TemporaryFolder& folder, const std::string& compare) {
  return validation::read_case(write_case(folder.path(), "row,1,1,,,none,\n", comparison("row", compare)), Units());
}

Runs runs_of(const std::vector<validation::Case>& cases, const run::RunControl& control = {}) {
  return validation::run_cases(cases, 4, own_data(), Units(), control);
}

}  // namespace

TEST_CASE("[law] a variant says what a comparison asks of it, as a run of its own would") {
  const TemporaryFolder folder;
  const validation::Case read =
      case_with(folder, "quantity = \"coverage.evenness\"\nless = \"coverage.evenness_1mm\"\nof = \"thrice\"");
  const Runs runs = runs_of({read});
  REQUIRE(runs.size() == 1);
  REQUIRE(runs[0].size() == 2);
  CHECK(runs[0][1].name == "thrice");
  CHECK(runs[0][1].table.columns().size() == 2);
  const study::Model model = load_text(small_study(), {{"technique.passes=3", "ensemble.members=4"}, {}});
  CHECK(runs[0][1].table["coverage.evenness"] == run::run(model, {}, Units()).table["coverage.evenness"]);
}

TEST_CASE("[unit] a case that says nothing of ours is not run") {
  const TemporaryFolder folder;
  validation::Case read = case_with(folder, "quantity = \"coverage.evenness\"");
  validation::Case silent = read;
  silent.not_stated = "no room for it";
  const Runs runs = runs_of({silent, read});
  CHECK(runs[0].empty());
  CHECK(runs[1].size() == 2);
}

TEST_CASE("[unit] a quantity that no study has and a stop are told before any verdict") {
  const TemporaryFolder folder;
  const validation::Case read = case_with(folder, "quantity = \"coverage.evennes\"");
  CHECK_THROWS_WITH_AS(runs_of({read}), doctest::Contains("is no quantity of this run"), InputError);
  const validation::Case sound = case_with(folder, "quantity = \"coverage.evenness\"");
  const std::atomic<bool> stop{true};
  run::RunControl control;
  control.stop = &stop;
  CHECK_THROWS_WITH_AS(runs_of({sound}, control), "stopped before the comparison", Interrupted);
}
