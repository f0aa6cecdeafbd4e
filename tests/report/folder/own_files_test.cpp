#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "percuta/report/folder/folder.hpp"
#include "percuta/storage/publish_folder.hpp"
#include "storage/folder_content.hpp"

using namespace percuta;
using namespace percuta::report;

namespace {

void make_run(const std::filesystem::path& folder, const std::string& mark) {
  put_text(folder / "run.json", "{\"percuta\": \"0.1.0\"}\n");
  put_text(folder / "results.json", mark);
}

}  // namespace

TEST_CASE("[unit] a finished folder takes the wanted name") {
  const TemporaryFolder folder;
  make_run(folder / "out.part", "new");
  publish_run_folder(folder / "out.part", folder / "out");
  CHECK(content_of(folder / "out/results.json") == "new");
  CHECK(entry_count(folder.path()) == 1);
}

TEST_CASE("[unit] folders above the wanted one are made, and a slash at the end is no matter") {
  const TemporaryFolder folder;
  make_run(folder / "out.part", "new");
  publish_run_folder(folder / "out.part/", folder / "runs/today/out/");
  CHECK(content_of(folder / "runs/today/out/results.json") == "new");
}

TEST_CASE("[unit] an earlier run is replaced, nothing of it stays") {
  const TemporaryFolder folder;
  make_run(folder / "out", "old");
  put_text(folder / "out/punctures.csv.gz", "old");
  make_run(folder / "out.part", "new");
  publish_run_folder(folder / "out.part", folder / "out");
  CHECK(content_of(folder / "out/results.json") == "new");
  CHECK_FALSE(std::filesystem::exists(folder / "out/punctures.csv.gz"));
  CHECK(entry_count(folder.path()) == 1);
}

TEST_CASE("[unit] an empty folder is replaced") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "out");
  make_run(folder / "out.part", "new");
  publish_run_folder(folder / "out.part", folder / "out");
  CHECK(content_of(folder / "out/results.json") == "new");
  CHECK(entry_count(folder.path()) == 1);
}

TEST_CASE("[law] what is not a run of Percuta's is never replaced") {
  const TemporaryFolder folder;
  make_run(folder / "out.part", "new");
  put_text(folder / "thesis/chapter.txt", "years of work");
  put_text(folder / "other/run.json", "{\"name\": \"another program\"}");
  put_text(folder / "broken/run.json", "{\"percuta\"");
  put_text(folder / "file", "text");
  make_run(folder / "real", "old");
  std::filesystem::create_directory_symlink(folder / "real", folder / "link");
  for (const std::string name : {"thesis", "other", "broken", "file", "link"}) {
    CAPTURE(name);
    CHECK_THROWS_AS(publish_run_folder(folder / "out.part", folder / name), FileError);
  }
  CHECK(content_of(folder / "thesis/chapter.txt") == "years of work");
  CHECK(content_of(folder / "file") == "text");
  CHECK(content_of(folder / "link/results.json") == "old");
  CHECK(content_of(folder / "out.part/results.json") == "new");
  CHECK(entry_count(folder.path()) == 7);
  CHECK_THROWS_WITH(publish_run_folder(folder / "out.part", folder / "file"),
                    (std::string("'").append((folder / "file").string()) +
                     "' is not a Percuta run folder and will not be replaced: choose another output folder")
                        .c_str());
}

TEST_CASE("[law] a run folder that holds anything of the user's is never replaced") {
  for (const std::string name : {"notes.txt", "figures/mine.svg", "mine/results.json", "results.json.bak", ".notes",
                                 "figures/deep/.a.part-1", "fields/mine.vtr", "fields_0000.vtr"}) {
    CAPTURE(name);
    const TemporaryFolder folder;
    make_run(folder / "out", "old");
    put_text(folder / "out" / name, "years of work");
    make_run(folder / "out.part", "new");
    const std::filesystem::path foreign = foreign_in_run_folder(folder / "out");
    CHECK(name.starts_with(foreign.string()));
    CHECK_THROWS_AS(publish_run_folder(folder / "out.part", folder / "out"), FileError);
    CHECK(content_of(folder / "out" / name) == "years of work");
    CHECK(content_of(folder / "out/results.json") == "old");
    CHECK(content_of(folder / "out.part/results.json") == "new");
  }
}

TEST_CASE("[unit] the files that a run writes, whole or in the making, are Percuta's") {
  const TemporaryFolder folder;
  make_run(folder / "out", "old");
  for (const std::string name : {"study.resolved.toml", "summary.csv", "punctures.csv", "punctures.csv.gz",
                                 "report.html", "figures/puncture_map.svg", "figures/depth_histogram.svg",
                                 "figures/layer_reach.svg", ".run.json.part-12", "figures/.layer_reach.svg.part-1",
                                 "run.h5", ".run.h5.part-7", "fields/fields_0012.vtr", "fields/fields.vtr.series"}) {
    put_text(folder / "out" / name, "x");
  }
  CHECK(foreign_in_run_folder(folder / "out").empty());
  put_text(folder / "out/study.resolved.toml", "name = \"devices/mine.toml\"");
  put_text(folder / "out/devices/mine.toml", "x");
  CHECK(foreign_in_run_folder(folder / "out").empty());
  put_text(folder / "out/devices/other.toml", "x");
  CHECK(foreign_in_run_folder(folder / "out") == "devices/other.toml");
  put_text(folder / "out/b.txt", "x");
  put_text(folder / "out/a.txt", "x");
  CHECK(foreign_in_run_folder(folder / "out") == "a.txt");
}

TEST_CASE("[unit] what a killed replacement left aside is swept up") {
  const TemporaryFolder folder;
  make_run(folder / ".out.percuta-old-123", "older");
  make_run(folder / "out.part", "new");
  publish_run_folder(folder / "out.part", folder / "out");
  CHECK(entry_count(folder.path()) == 1);
}

TEST_CASE("[unit] nothing to publish, or nowhere to put it, is a file error") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(publish_run_folder(folder / "absent", folder / "out"), FileError);
  make_run(folder / "out.part", "new");
  put_text(folder / "file", "x");
  CHECK_THROWS_AS(publish_run_folder(folder / "out.part", folder / "file/out"), FileError);
  CHECK(content_of(folder / "out.part/results.json") == "new");
}
