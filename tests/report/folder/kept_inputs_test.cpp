#include "percuta/report/folder/kept_inputs.hpp"

#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "storage/folder_content.hpp"

using namespace percuta;
using namespace percuta::report;

namespace {

KeptInputs inputs(const std::string& force = "5 N") {
  return {"0.1.0", "seed = 7\n[technique]\nforce = \"" + force + "\"\n", {{"devices/mine.toml", "x"}}};
}

void put_run(const std::filesystem::path& folder, const KeptInputs& kept, const std::string& table = "results.json") {
  put_text(folder / "run.json", R"({"percuta": ")" + kept.version + R"(", "files": [")" + table + R"("]})");
  put_text(folder / "study.resolved.toml", kept.resolved_toml);
  put_text(folder / table, "");
  for (const study::OwnFile& own : kept.own_files) put_text(folder / own.name, own.text);
}

}  // namespace

TEST_CASE("[unit] a folder of the same inputs has no difference, another one names the key, the version or the file") {
  const TemporaryFolder folder;
  put_run(folder / "out", inputs());
  CHECK(difference_of_folder(folder / "out", inputs()).empty());
  CHECK(difference_of_folder(folder / "out", inputs("6 N")) == "technique.force");
  KeptInputs other = inputs();
  other.version = "9";
  CHECK(difference_of_folder(folder / "out", other) == "version");
  other = inputs();
  other.own_files[0].text = "y";
  CHECK(difference_of_folder(folder / "out", other) == "kept.devices/mine.toml");
  put_text(folder / "out/study.resolved.toml", "seed = [");
  CHECK(difference_of_folder(folder / "out", inputs()) == "study.resolved.toml");
  std::filesystem::remove(folder / "out/study.resolved.toml");
  CHECK(difference_of_folder(folder / "out", inputs()) == "study.resolved.toml");
}

TEST_CASE("[unit] a sweep's folder is told from a run's, with and without a list of files") {
  const TemporaryFolder folder;
  put_run(folder / "run", inputs());
  put_run(folder / "sweep", inputs(), "sweep.csv");
  CHECK(kind_of_folder(folder / "run") == FolderKind::run);
  CHECK(kind_of_folder(folder / "sweep") == FolderKind::sweep);
  put_text(folder / "sweep/run.json", R"({"percuta": "0.1.0"})");
  CHECK(kind_of_folder(folder / "sweep") == FolderKind::sweep);
}

TEST_CASE("[law] results of other inputs are refused with the key and the way out, the same ones and none are not") {
  const TemporaryFolder folder;
  put_run(folder / "out", inputs());
  CHECK_NOTHROW(refuse_other_inputs(folder / "out", FolderKind::run, inputs()));
  CHECK_NOTHROW(refuse_other_inputs(folder / "absent", FolderKind::run, inputs()));
  CHECK_THROWS_WITH_AS(refuse_other_inputs(folder / "out", FolderKind::run, inputs("6 N")),
                       doctest::Contains("holds the run of another 'technique.force'"), FileError);
  CHECK_THROWS_WITH_AS(refuse_other_inputs(folder / "out", FolderKind::run, inputs("6 N")), doctest::Contains("-o"),
                       FileError);
  CHECK_THROWS_WITH_AS(refuse_other_inputs(folder / "out", FolderKind::sweep, inputs()),
                       doctest::Contains("holds the run of a study"), FileError);
}
