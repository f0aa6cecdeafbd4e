#include "percuta/report/fields/run_store.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "percuta/base/error.hpp"
#include "percuta/report/fields/field_store.hpp"
#include "percuta/storage/seal.hpp"
#include "report/fields/run_fields_fixture.hpp"
#include "source_folder.hpp"
#include "storage/folder_content.hpp"
#include "storage/full_disk.hpp"

using namespace percuta;
using namespace percuta::report;

namespace {

RunFields later_run() {
  RunFields run = small_run();
  numerics::TimeCheckpoint later = small_checkpoint();
  later.time = 3600;
  RoomFields& room = run.rooms.back();
  room.state->walks.front() = later;
  room.series[0].times.push_back(3600);
  room.series[0].values.push_back(odd_values("T", "K", 310));
  return run;
}

constexpr int k_edited_files = 10000;
const std::string k_series = "/rooms/transport/fields";

std::string sealed(const std::string& content) {
  return storage::seal_of(content, "percuta-run/2") + content;
}

/// Random edits of a file: bytes, and words that stand for addresses and sizes. The same ones each time.
class Edits {
 public:
  std::string edited(std::string content) {
    for (std::uint64_t left = 1 + next() % 4; left > 0; --left) {
      const std::uint64_t at = next() % content.size();
      const std::size_t size = std::min<std::size_t>(std::size_t{1} << next() % 4, content.size() - at);
      const std::uint64_t value = one_of_many(content.size());
      for (std::size_t i = 0; i < size; ++i) content[at + i] = static_cast<char>(value >> 8 * i & 255U);
    }
    return content;
  }

 private:
  std::uint64_t next() {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return state_ >> 33U;
  }
  std::uint64_t one_of_many(std::uint64_t size) {
    switch (next() % 5) {
      case 0:
        return ~std::uint64_t{0};
      case 1:
        return std::uint64_t{1} << next() % 64;
      case 2:
        return next() % size;
      case 3:
        return next() % 16;
      default:
        return next() << 31U ^ next();
    }
  }

  std::uint64_t state_ = 7;
};

/// What read_run_store wants besides the series.
void put_all_but_series(storage::H5Write& out, const RunFields& run) {
  const numerics::Grid& grid = run.rooms.back().grid;
  out.text("/", "format", "percuta-run/2");
  out.text("/", "inputs_hash", run.inputs_hash);
  out.group("/rooms");
  out.group("/rooms/transport");
  out.group("/rooms/transport/grid");
  put_layout(out, "/rooms/transport/grid", grid.layout());
  out.number("/rooms/transport/grid", "dx", grid.dx());
  out.number("/rooms/transport/grid", "dy", grid.dy());
  out.numbers("/rooms/transport/grid/x", std::vector<double>(static_cast<std::size_t>(grid.layout().nx) + 1));
  out.numbers("/rooms/transport/grid/y", std::vector<double>(static_cast<std::size_t>(grid.layout().ny) + 1));
  out.numbers("/rooms/transport/grid/z", grid.z_edges());
  out.group(k_series);
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

TEST_CASE(
    "[law] what a run keeps comes back bit for bit, with and without where it stands, and writes the same bytes") {
  const TemporaryFolder folder;
  RunFields run = small_run();
  write_run_store(run, folder / "run.h5");
  CHECK(are_same(read_run_store(folder / "run.h5"), run));
  write_run_store(read_run_store(folder / "run.h5"), folder / "again.h5");
  CHECK(content_of(folder / "again.h5") == content_of(folder / "run.h5"));
  run.rooms.back().state.reset();
  write_run_store(run, folder / "run.h5");
  CHECK(are_same(read_run_store(folder / "run.h5"), run));
  run.rooms.back().series.clear();
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

TEST_CASE("[law] files whose seal fits and whose sizes lie are file errors, and count as absent") {
  for (const char* name : {"length.h5", "memory.h5"}) {
    CAPTURE(name);
    const std::filesystem::path file =
        std::filesystem::path(source_folder()) / "tests/cases/fields-file-by-hand" / name;
    REQUIRE(std::filesystem::exists(file));
    CHECK_THROWS_WITH_AS(read_run_store(file), doctest::Contains("another version"), FileError);
    CHECK_FALSE(recall_run_store(file, "9f3c").has_value());
    const std::string now = sealed(content_of(file).substr(storage::k_seal_bytes));
    CHECK_THROWS_WITH_AS(run_store_of(now, "run.h5"), doctest::Contains("not as Percuta writes it"), FileError);
  }
}

TEST_CASE("[law] whatever is changed in a file whose seal fits, it is read or a file error") {
  const TemporaryFolder folder;
  write_run_store(small_run(), folder / "run.h5");
  const std::string content = content_of(folder / "run.h5").substr(storage::k_seal_bytes);
  Edits edits;
  int read = 0, refused = 0;
  for (int n = 0; n < k_edited_files; ++n) {
    CAPTURE(n);
    try {
      const RunFields run = run_store_of(sealed(edits.edited(content)), "run.h5");
      ++read;
      CHECK(run.rooms.size() <= 2);
    } catch (const FileError&) {
      ++refused;
    }
  }
  CHECK(read > 0);  // some edits are of numbers alone
  CHECK(refused > 0);
}

TEST_CASE("[unit] series, counts, grids and checkpoints that contradict each other are refused though each is sound") {
  for (const auto& break_it : std::vector<std::function<void(storage::H5Write&)>>{
           [](storage::H5Write& out) { out.whole(k_series, "count", 1); },
           [](storage::H5Write& out) {
             out.whole(k_series, "count", 1);
             put_series(out, k_series, small_run().rooms.back().series[0], 1);  // the 1st of one is the 0th
           },
           [](storage::H5Write& out) {
             out.whole(k_series, "count", 2);
             put_series(out, k_series, small_run().rooms.back().series[0], 0);
             put_series(out, k_series, small_run().rooms.back().series[1], 0);
           },
           [](storage::H5Write& out) {
             FieldSeries odd = small_run().rooms.back().series[0];
             odd.times.push_back(70);
             out.whole(k_series, "count", 1);
             put_series(out, k_series, odd, 0);
           }}) {
    storage::H5Write out("run.h5");
    put_all_but_series(out, small_run());
    break_it(out);
    CHECK_THROWS_AS(run_store_of(sealed(out.finish()), "run.h5"), FileError);
  }
}

TEST_CASE("[unit] a file of another version, and one that is not ours, say so") {
  const TemporaryFolder folder;
  write_run_store(small_run(), folder / "run.h5");
  std::string other = content_of(folder / "run.h5");
  other.replace(0, 13, "percuta-run/1");
  put_text(folder / "run.h5", other);
  CHECK_THROWS_WITH_AS(read_run_store(folder / "run.h5"), doctest::Contains("another version"), FileError);
  put_text(folder / "run.h5", "anything");
  CHECK_THROWS_WITH_AS(read_run_store(folder / "run.h5"), doctest::Contains("not a file of Percuta's"), FileError);
  CHECK_THROWS_AS(read_run_store(folder / "absent.h5"), FileError);
}

TEST_CASE("[unit] series that share a name, or mix layouts, are refused and leave nothing") {
  const TemporaryFolder folder;
  RunFields run = small_run();
  run.rooms.back().series.push_back(run.rooms.back().series.front());
  CHECK_THROWS_AS(write_run_store(run, folder / "run.h5"), InputError);
  run = small_run();
  run.rooms.back().series[0].values[1] = numerics::Field("T", "K", {2, 2, 2});
  CHECK_THROWS_AS(write_run_store(run, folder / "run.h5"), InputError);
  run = small_run();
  run.rooms.back().series[0].times.pop_back();
  CHECK_THROWS_AS(write_run_store(run, folder / "run.h5"), InputError);
  run = small_run();
  run.rooms.front().room = "transport";
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
