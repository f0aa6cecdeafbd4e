#include <doctest/doctest.h>

#include <filesystem>

#include "percuta/base/error.hpp"
#include "percuta/base/files/data_folder.hpp"
#include "percuta/report/compare/compare_run.hpp"
#include "percuta/report/folder/folder.hpp"
#include "percuta/report/page/page.hpp"
#include "percuta/storage/write_file.hpp"
#include "report/record_fixture.hpp"
#include "temporary_folder.hpp"

using namespace percuta;
using namespace percuta::report;
namespace fs = std::filesystem;

namespace {

constexpr const char* k_template =
    "<script type=\"application/json\" id=\"percuta-data\">\"percuta-data-slot\"</script>";

}  // namespace

TEST_CASE("[unit] a run folder is read back") {
  const tests::TemporaryFolder place;
  write_run_folder(example_record(), {}, k_template, place.path() / "a.run");
  const KeptRun run = read_run((place.path() / "a.run").string() + "/");
  CHECK(run.folder == (place.path() / "a.run").string());
  CHECK(run.resolved_toml == "percuta = 1\n");
  CHECK(run.page_data == page_json(example_record()));
}

TEST_CASE("[unit] what is no run folder, or has lost its results, is refused") {
  const tests::TemporaryFolder place;
  CHECK_THROWS_AS(read_run(place.path() / "nowhere"), InputError);
  CHECK_THROWS_AS(read_run(place.path()), InputError);
  write_run_folder(example_record(), {}, k_template, place.path() / "a.run");
  fs::remove(place.path() / "a.run" / "results.json");
  CHECK_THROWS_WITH_AS(read_run(place.path() / "a.run"), doctest::Contains("holds no results.json"), InputError);
}

TEST_CASE("[unit] a page of another run is refused, a missing one is not") {
  const tests::TemporaryFolder place;
  const fs::path folder = place.path() / "a.run";
  write_run_folder(example_record(), {}, k_template, folder);
  run::Record other = example_record();
  other.inputs_hash = "another";
  storage::write_file(folder / "report.html", page(k_template, page_json(other)));
  CHECK_THROWS_WITH_AS(read_run(folder), doctest::Contains("not of the run beside it"), InputError);
  fs::remove(folder / "report.html");
  CHECK(read_run(folder).page_data.empty());
}

TEST_CASE("[unit] a page without a slot holds no data") {
  CHECK(data_of_page("<html></html>").empty());
  CHECK(data_of_page("id=\"percuta-data\">{}</script>") == "{}");
}
