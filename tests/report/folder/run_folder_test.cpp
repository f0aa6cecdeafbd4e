#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "percuta/report/folder/folder.hpp"
#include "report/decimal_comma.hpp"
#include "report/record_fixture.hpp"
#include "report/xml_check.hpp"
#include "storage/folder_content.hpp"

using namespace percuta;
using namespace percuta::report;

namespace {

constexpr std::string_view k_template = "<script id=\"percuta-data\">\"percuta-data-slot\"</script>";
const char* const k_files[] = {"study.resolved.toml",
                               "results.json",
                               "summary.csv",
                               "series.csv",
                               "punctures.csv",
                               "report.html",
                               "figures/puncture_map.svg",
                               "run.json",
                               "figures/depth_histogram.svg",
                               "figures/layer_reach.svg"};

}  // namespace

TEST_CASE("[unit] a run folder holds every contracted file and no other") {
  const TemporaryFolder folder;
  write_run_folder(example_record(), {}, k_template, folder / "out");
  for (const char* name : k_files) {
    CAPTURE(name);
    CHECK(std::filesystem::file_size(folder / "out" / name) > 0);
  }
  CHECK(entry_count(folder / "out") == 8);
  CHECK(entry_count(folder / "out/figures") == 3);
  CHECK(content_of(folder / "out/study.resolved.toml") == "percuta = 1\n");
  CHECK(is_run_folder(folder / "out"));
}

TEST_CASE("[law] whatever a run writes, its own files too, does not make its folder foreign") {
  const TemporaryFolder folder;
  run::Record record = example_record();
  record.own_files = {{"devices/mine.toml", "x"}, {"maps/of/mine.toml", "y"}};
  record.curves = {{"of_a_new_room", "time", "h", {0, 1}, {{"dose", "1", "", {{0, 0, 0}, {1, 1, 1}}}}}};
  record.experiment.kind = "insertion-test";
  write_run_folder(record, {}, k_template, folder / "out");
  CHECK(std::filesystem::exists(folder / "out/figures/of_a_new_room.svg"));
  CHECK(foreign_in_run_folder(folder / "out").empty());
}

TEST_CASE("[law] completing a run folder writes its page and what it lacks, and changes nothing that is there") {
  const TemporaryFolder folder;
  write_run_folder(example_record(), {}, k_template, folder / "out");
  const std::string page = content_of(folder / "out/report.html");
  put_text(folder / "out/report.html", "spoiled");
  put_text(folder / "out/summary.csv", "the user's own remarks");
  std::filesystem::remove(folder / "out/series.csv");
  const std::string facts = content_of(folder / "out/run.json");
  complete_run_folder(example_record(), k_template, folder / "out");
  CHECK(content_of(folder / "out/report.html") == page);
  CHECK(content_of(folder / "out/summary.csv") == "the user's own remarks");
  CHECK(std::filesystem::exists(folder / "out/series.csv"));
  CHECK(content_of(folder / "out/run.json") == facts);
}

TEST_CASE("[unit] evenness against chance is a figure of a course where the holes are enough") {
  const TemporaryFolder folder;
  run::Record record = example_record();
  run::CurveSet set{"against_chance", "distance", "mm", {}, {{"clumping", "mm", "L(r) - r", {}}}};
  set.chance = run::ChanceBand{9};
  record.curves.push_back(set);
  write_run_folder(record, {}, k_template, folder / "few");
  CHECK(entry_count(folder / "few/figures") == 3);
  record.curves.back().at = {0, 1};
  record.curves.back().curves[0].values = {{0, -1, 1}, {2, -1, 1}};
  write_run_folder(record, {}, k_template, folder / "many");
  CHECK(std::filesystem::exists(folder / "many/figures/against_chance.svg"));
  CHECK(report::foreign_in_run_folder(folder / "many").empty());
}

TEST_CASE("[law] only run.json knows machine and moment; all else has the same bytes, whatever the locale") {
  const TemporaryFolder folder;
  write_run_folder(example_record(), {"percuta run a", "here", "now", "then", 1, 1, "v3"}, k_template, folder / "a");
  const DecimalComma comma;
  write_run_folder(example_record(), {"percuta run b", "there", "later", "last", 9, 4, "v4"}, k_template, folder / "b");
  for (const std::string name : k_files) {
    CAPTURE(name);
    CHECK((content_of(folder / "a" / name) == content_of(folder / "b" / name)) == (name != "run.json"));
  }
}

TEST_CASE("[unit] above a hundred thousand strikes the punctures are zipped") {
  const TemporaryFolder folder;
  run::Record record = example_record();
  record.median_run.sessions[0] = example_session({{0, 0}, {0.03, 0.03}}, 100, 1001);
  write_run_folder(record, {}, k_template, folder / "out");
  CHECK(std::filesystem::exists(folder / "out/punctures.csv.gz"));
  CHECK_FALSE(std::filesystem::exists(folder / "out/punctures.csv"));
}

TEST_CASE("[law] a template without slot or a folder that cannot be made leaves nothing behind") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(write_run_folder(example_record(), {}, "<html>", folder / "out"), FileError);
  CHECK(entry_count(folder.path()) == 0);
  put_text(folder / "file", "x");
  CHECK_THROWS_AS(write_run_folder(example_record(), {}, k_template, folder / "file/out"), FileError);
  CHECK_THROWS_AS(write_run_folder(example_record(), {}, k_template, "/proc/percuta-out"), FileError);
  CHECK(entry_count(folder.path()) == 1);
}

TEST_CASE("[unit] a folder without run.json, or none at all, is no run folder") {
  const TemporaryFolder folder;
  CHECK_FALSE(is_run_folder(folder.path()));
  CHECK_FALSE(is_run_folder(folder / "absent"));
}
