#include "percuta/validation/readings.hpp"

#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "validation/validation_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[unit] a comparison reads the variants that it names, or the first") {
  validation::Comparison comparison;
  CHECK(validation::reads(comparison, "once", true));
  CHECK_FALSE(validation::reads(comparison, "thrice", false));
  comparison.of = "thrice";
  comparison.over = "once";
  CHECK(validation::reads(comparison, "once", true));
  CHECK(validation::reads(comparison, "thrice", false));
}

TEST_CASE("[unit] what cannot be read off a variant is told with its line before anything runs") {
  const TemporaryFolder folder;
  const auto refusal = [&](const std::string& compare) {
    const validation::Case read =
        validation::read_case(write_case(folder.path(), "row,1,1,,,none,\n", comparison("row", compare)), Units());
    const std::atomic<bool> stop{true};  // nothing may run
    run::RunControl control;
    control.stop = &stop;
    try {
      validation::run_cases({read}, 4, own_data(), Units(), control);
    } catch (const InputError& error) {
      return std::string(error.what());
    } catch (const Interrupted&) {
      return std::string("it runs");
    }
    return std::string();
  };
  const std::string misspelt = refusal("quantity = \"coverage.evennes\"");
  CHECK(has(misspelt, "case.toml:12:12"));
  CHECK(has(misspelt, "coverage.evenness"));
  const std::string number = refusal("quantity = \"coverage.evenness\"\nat = \"1 h\"");
  CHECK(has(number, "case.toml:13:6"));
  CHECK(has(number, "is one number"));
  const std::string series = refusal("quantity = \"closure.barrier\"");
  CHECK(has(series, "case.toml:12:12"));
  CHECK(has(series, "say one of the three"));
  CHECK(has(refusal("quantity = \"closure.barrier\"\nat = \"1 h\"\nover = \"thrice\"\nover_at = \"900 h\""),
            "case.toml:15:11"));
  CHECK(refusal("quantity = \"closure.barrier\"\nat = \"1 h\"\nover = \"thrice\"\nover_at = \"2 h\"") == "it runs");
}
