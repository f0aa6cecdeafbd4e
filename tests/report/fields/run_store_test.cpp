#include "percuta/report/fields/run_store.hpp"

#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "report/fields/run_fields_fixture.hpp"
#include "storage/folder_content.hpp"
#include "storage/full_disk.hpp"

using namespace percuta;
using namespace percuta::report;

namespace {

RunFields later_run() {
  RunFields run = small_run();
  numerics::TimeCheckpoint later = small_checkpoint();
  later.time = 3600;
  run.checkpoint = later;
  run.series[0].times.push_back(3600);
  run.series[0].values.push_back(odd_values("T", "K", 310));
  return run;
}

/// A store that a later run, of so many bytes, is to replace.
struct Earlier {
  explicit Earlier(const std::filesystem::path& file) {
    write_run_store(later_run(), file);
    later_bytes = content_of(file).size();
    write_run_store(small_run(), file);
    content = content_of(file);
  }
  std::size_t later_bytes = 0;
  std::string content;
};

int write_later(const std::filesystem::path& file, rlim_t most, void (*fate)(int)) {
  return write_with_limit(most, fate, [&] { write_run_store(later_run(), file); });
}

}  // namespace

TEST_CASE("[law] what a run keeps comes back bit for bit, with and without a checkpoint, and writes the same bytes") {
  const TemporaryFolder folder;
  RunFields run = small_run();
  write_run_store(run, folder / "run.h5");
  CHECK(are_same(read_run_store(folder / "run.h5"), run));
  write_run_store(read_run_store(folder / "run.h5"), folder / "again.h5");
  CHECK(content_of(folder / "again.h5") == content_of(folder / "run.h5"));
  run.checkpoint.reset();
  write_run_store(run, folder / "run.h5");
  CHECK(are_same(read_run_store(folder / "run.h5"), run));
  run.series.clear();
  write_run_store(run, folder / "run.h5");
  CHECK(are_same(read_run_store(folder / "run.h5"), run));
  CHECK(entry_count(folder.path()) == 2);
}

TEST_CASE("[unit] a file of other inputs, and none, is not recalled") {
  const TemporaryFolder folder;
  write_run_store(small_run(), folder / "run.h5");
  CHECK(recall_run_store(folder / "run.h5", "9f3c").has_value());
  CHECK_FALSE(recall_run_store(folder / "run.h5", "9f3d").has_value());
  CHECK_FALSE(recall_run_store(folder / "absent.h5", "9f3c").has_value());
}

TEST_CASE("[law] a file cut short, or with one byte changed, counts as absent") {
  const TemporaryFolder folder;
  write_run_store(small_run(), folder / "run.h5");
  const std::string whole = content_of(folder / "run.h5");
  for (std::size_t at = 0; at < whole.size(); at += 97) {
    CAPTURE(at);
    put_text(folder / "run.h5", whole.substr(0, at));
    CHECK_FALSE(recall_run_store(folder / "run.h5", "9f3c").has_value());
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 4);
    put_text(folder / "run.h5", changed);
    CHECK_FALSE(recall_run_store(folder / "run.h5", "9f3c").has_value());
  }
  CHECK_THROWS_WITH_AS(read_run_store(folder / "run.h5"), doctest::Contains("run the study again"), FileError);
}

TEST_CASE("[unit] a file of another version, and one that is not ours, say so") {
  const TemporaryFolder folder;
  write_run_store(small_run(), folder / "run.h5");
  std::string other = content_of(folder / "run.h5");
  other.replace(0, 13, "percuta-run/2");
  put_text(folder / "run.h5", other);
  CHECK_THROWS_WITH_AS(read_run_store(folder / "run.h5"), doctest::Contains("another version"), FileError);
  put_text(folder / "run.h5", "anything");
  CHECK_THROWS_WITH_AS(read_run_store(folder / "run.h5"), doctest::Contains("not a file of Percuta's"), FileError);
  CHECK_THROWS_AS(read_run_store(folder / "absent.h5"), FileError);
}

TEST_CASE("[unit] series that share a name, or mix layouts, are refused and leave nothing") {
  const TemporaryFolder folder;
  RunFields run = small_run();
  run.series.push_back(run.series.front());
  CHECK_THROWS_AS(write_run_store(run, folder / "run.h5"), InputError);
  run = small_run();
  run.series[0].values[1] = numerics::Field("T", "K", {2, 2, 2});
  CHECK_THROWS_AS(write_run_store(run, folder / "run.h5"), InputError);
  run = small_run();
  run.series[0].times.pop_back();
  CHECK_THROWS_AS(write_run_store(run, folder / "run.h5"), InputError);
  CHECK(entry_count(folder.path()) == 0);
}

TEST_CASE(
    "[law] killed anywhere in the middle of a write, the earlier file is whole and what is left over is a draft") {
  const TemporaryFolder folder;
  const Earlier earlier(folder / "run.h5");
  for (std::size_t most = 0; most < earlier.later_bytes; most += earlier.later_bytes / 12) {
    CAPTURE(most);
    CHECK(write_later(folder / "run.h5", most, SIG_DFL) == -1);
    CHECK(content_of(folder / "run.h5") == earlier.content);
  }
  CHECK(write_later(folder / "run.h5", earlier.later_bytes, SIG_DFL) == 0);
  CHECK(are_same(read_run_store(folder / "run.h5"), later_run()));
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    const std::string name = entry.path().filename().string();
    CHECK((name == "run.h5" || name.starts_with(".run.h5.part-")));
  }
}

TEST_CASE("[law] a disk that fills up is a file error, leaves the earlier file whole and no draft") {
  const TemporaryFolder folder;
  const Earlier earlier(folder / "run.h5");
  for (std::size_t most = 0; most < earlier.later_bytes; most += earlier.later_bytes / 12) {
    CAPTURE(most);
    CHECK(write_later(folder / "run.h5", most, SIG_IGN) == 1);
    CHECK(content_of(folder / "run.h5") == earlier.content);
    CHECK(entry_count(folder.path()) == 1);
  }
}
