#include <doctest/doctest.h>

#include <filesystem>

#include "percuta/base/error.hpp"
#include "percuta/base/files/data_folder.hpp"
#include "percuta/report/compare/compare_folder.hpp"
#include "percuta/storage/write_file.hpp"
#include "report/compare/kept_run_fixture.hpp"
#include "temporary_folder.hpp"

using namespace percuta;
using namespace percuta::report;
namespace fs = std::filesystem;

namespace {

constexpr const char* k_template = "<p>\"percuta-data-slot\"</p>";

void write(const fs::path& folder, const std::string& force = "3 N", const char* page_template = k_template) {
  write_comparison({kept_run("a", "2 N", 1), kept_run("b", force, 2)}, {}, {}, page_template, folder);
}

std::size_t entries(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("[unit] a comparison is two files, and replaces an earlier one") {
  const tests::TemporaryFolder place;
  const fs::path folder = place.path() / "deep" / "side";
  write(folder);
  CHECK(entries(folder) == 2);
  const std::string before = read_file(folder / "compare.html");
  write_comparison({kept_run("c", "2 N", 1), kept_run("d", "2 N", 2)}, {}, {}, k_template, folder);
  CHECK(read_file(folder / "compare.html") != before);
  CHECK(entries(folder) == 2);
  CHECK(entries(place.path() / "deep") == 1);
}

TEST_CASE("[unit] a comparison leads to the runs' own pages, wherever they are") {
  const tests::TemporaryFolder place;
  KeptRun inside = kept_run("a", "2 N", 1), bare = kept_run("b", "3 N", 2);
  inside.folder = (place.path() / "runs" / "a").string();
  bare.page_data.clear();
  write_comparison({inside, bare}, {}, {}, k_template, place.path() / "side");
  const std::string page = read_file(place.path() / "side" / "compare.html");
  CHECK(page.find("\"link\":\"../runs/a/report.html\"") != std::string::npos);
  CHECK(page.find("\"link\":\"\"") != std::string::npos);
  fs::create_directories(place.path() / "other");
  write_comparison({inside, bare}, {}, {}, k_template, place.path() / "other" / ".." / "up");
  CHECK(read_file(place.path() / "up" / "compare.html").find("\"../runs/a/report.html\"") != std::string::npos);
}

TEST_CASE("[unit] a comparison goes with the drafts of killed ones, and nothing else does") {
  const tests::TemporaryFolder place;
  write(place.path() / "side");
  fs::create_directories(place.path() / ".side.part-4711");
  storage::write_file(place.path() / "side.txt", "mine");
  remove_comparison(place.path() / "side");
  CHECK(entries(place.path()) == 1);
  remove_comparison(place.path() / "side");
  write(place.path() / "side");
  storage::write_file(place.path() / "side" / "notes.txt", "mine");
  CHECK_THROWS_WITH_AS(remove_comparison(place.path() / "side"), doctest::Contains("notes.txt"), FileError);
  CHECK(entries(place.path() / "side") == 3);
}

TEST_CASE("[unit] a folder that holds anything else is left alone") {
  const tests::TemporaryFolder place;
  storage::write_file(place.path() / "notes.txt", "mine");
  CHECK_THROWS_WITH_AS(write(place.path()), doctest::Contains("notes.txt"), FileError);
  CHECK(entries(place.path()) == 1);
  CHECK_THROWS_AS(write(place.path() / "notes.txt"), FileError);
}

TEST_CASE("[unit] when the page cannot be made nothing is written") {
  const tests::TemporaryFolder place;
  CHECK_THROWS_AS(write(place.path() / "side", "3 N", "no slot"), FileError);
  CHECK(entries(place.path()) == 0);
}
