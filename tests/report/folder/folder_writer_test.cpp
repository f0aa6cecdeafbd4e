#include "percuta/report/folder/folder_writer.hpp"

#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "storage/folder_content.hpp"

using namespace percuta;
using namespace percuta::report;

TEST_CASE("[unit] run.json names each file that was written, itself too, in the order of their names") {
  const TemporaryFolder folder;
  FolderWriter writer(folder / "out");
  writer.write("results.json", "{}");
  writer.write("figures/a.svg", "<svg/>");
  writer.finish("0.1.0", {});
  CHECK(content_of(folder / "out/figures/a.svg") == "<svg/>");
  CHECK(files_in_run_json(content_of(folder / "out/run.json")) ==
        std::vector<std::string>{"figures/a.svg", "results.json", "run.json"});
}

TEST_CASE("[unit] drafts of a killed run are swept, a user's files stay") {
  const TemporaryFolder folder;
  put_text(folder / "out/.results.json.part-4711", "{\"half");
  put_text(folder / "out/notes.txt", "mine");
  FolderWriter(folder / "out").write("results.json", "{}");
  CHECK_FALSE(std::filesystem::exists(folder / "out/.results.json.part-4711"));
  CHECK(content_of(folder / "out/notes.txt") == "mine");
}

TEST_CASE("[unit] where what stands stays, only what is absent is written, and what is named is replaced") {
  const TemporaryFolder folder;
  put_text(folder / "out/results.json", "standing");
  put_text(folder / "out/report.html", "standing");
  FolderWriter writer(folder / "out", Standing::stays);
  writer.write("results.json", "new");
  writer.write("summary.csv", "new");
  writer.replace("report.html", "new");
  writer.finish("0.1.0", {});
  CHECK(content_of(folder / "out/results.json") == "standing");
  CHECK(content_of(folder / "out/summary.csv") == "new");
  CHECK(content_of(folder / "out/report.html") == "new");
  CHECK(files_in_run_json(content_of(folder / "out/run.json"))->size() == 4);
}

TEST_CASE("[unit] a folder that cannot be made is a file error") {
  const TemporaryFolder folder;
  put_text(folder / "file", "x");
  CHECK_THROWS_AS(FolderWriter(folder / "file/out").write("a", "x"), FileError);
}
