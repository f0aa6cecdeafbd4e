#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "percuta/report/folder/folder.hpp"
#include "percuta/storage/publish_folder.hpp"
#include "storage/folder_content.hpp"

using namespace percuta;
using namespace percuta::report;

namespace {

/// A run from before run.json listed the files.
void make_run(const std::filesystem::path& folder, const std::string& mark) {
  put_text(folder / "run.json", "{\"percuta\": \"0.1.0\"}\n");
  put_text(folder / "results.json", mark);
}

}  // namespace

TEST_CASE("[unit] an earlier run is replaced, nothing of it stays") {
  const TemporaryFolder folder;
  make_run(folder / "out", "old");
  put_text(folder / "out/punctures.csv.gz", "old");
  make_run(folder / "out.part", "new");
  storage::publish_folder(folder / "out.part", folder / "out", refuse_unless_replaceable);
  CHECK(content_of(folder / "out/results.json") == "new");
  CHECK_FALSE(std::filesystem::exists(folder / "out/punctures.csv.gz"));
  CHECK(entry_count(folder.path()) == 1);
}

TEST_CASE("[unit] an empty folder is replaced") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "out");
  make_run(folder / "out.part", "new");
  storage::publish_folder(folder / "out.part", folder / "out", refuse_unless_replaceable);
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
    CHECK_THROWS_AS(storage::publish_folder(folder / "out.part", folder / name, refuse_unless_replaceable), FileError);
  }
  CHECK(content_of(folder / "thesis/chapter.txt") == "years of work");
  CHECK(content_of(folder / "file") == "text");
  CHECK(content_of(folder / "link/results.json") == "old");
  CHECK(content_of(folder / "out.part/results.json") == "new");
  CHECK(entry_count(folder.path()) == 7);
  CHECK_THROWS_WITH_AS(refuse_unless_replaceable(folder / "file"),
                       doctest::Contains("is not a run folder of Percuta's; it will not be replaced"), FileError);
}

TEST_CASE("[law] a run folder that holds anything of the user's is never replaced") {
  for (const std::string name : {"notes.txt", "figures/mine.svg", "mine/results.json", "results.json.bak", ".notes",
                                 "figures/deep/.a.part-1", "fields/mine.vtr", ".notes.txt.part-3"}) {
    for (const std::string run :
         {"{\"percuta\": \"0.1.0\"}\n", "{\"percuta\": \"0.1.0\", \"files\": [\"results.json\", \"run.json\"]}\n"}) {
      CAPTURE(name);
      const TemporaryFolder folder;
      put_text(folder / "out/results.json", "old");
      put_text(folder / "out/run.json", run);
      put_text(folder / "out" / name, "years of work");
      make_run(folder / "out.part", "new");
      CHECK(foreign_in_run_folder(folder / "out") == name);
      CHECK_THROWS_AS(storage::publish_folder(folder / "out.part", folder / "out", refuse_unless_replaceable),
                      FileError);
      CHECK(content_of(folder / "out" / name) == "years of work");
      CHECK(content_of(folder / "out/results.json") == "old");
      CHECK(content_of(folder / "out.part/results.json") == "new");
    }
  }
}

TEST_CASE("[law] the files that run.json names are Percuta's, whole or in the making, and no other is") {
  const TemporaryFolder folder;
  const char* const files = "[\"figures/of_a_new_room.svg\", \"maps/cheek.toml\", \"run.json\"]";
  put_text(folder / "out/run.json", std::string("{\"percuta\": \"9\", \"files\": ") + files + "}");
  for (const char* name :
       {"figures/of_a_new_room.svg", "maps/cheek.toml", ".run.json.part-12", "figures/.of_a_new_room.svg.part-1"}) {
    put_text(folder / "out" / name, "x");
  }
  CHECK(foreign_in_run_folder(folder / "out").empty());
  put_text(folder / "out/results.json", "x");  // another program's, or of an earlier run
  CHECK(foreign_in_run_folder(folder / "out") == "results.json");
}

TEST_CASE("[unit] a run from before run.json named the files is still known by them") {
  const TemporaryFolder folder;
  make_run(folder / "out", "old");
  for (const std::string name :
       {"study.resolved.toml", "summary.csv", "punctures.csv", "punctures.csv.gz", "report.html",
        "figures/puncture_map.svg", "figures/depth_histogram.svg", "figures/layer_reach.svg", ".run.json.part-12",
        "figures/.layer_reach.svg.part-1", "sweep.csv", "figures/sweep_coverage.density.svg"}) {
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
