#include "percuta/storage/work_folder.hpp"

#include <doctest/doctest.h>

#include <new>
#include <stdexcept>

#include "percuta/base/error.hpp"
#include "storage/folder_content.hpp"

using namespace percuta;
using namespace percuta::storage;
namespace fs = std::filesystem;

namespace {

void let_pass(const fs::path&) {}

void refuse_all(const fs::path& standing) {
  throw FileError(standing.string());
}

/// A work that has a member when it fails.
template <class Fail>
void begin_and_fail(const fs::path& folder, const Fail& fail, bool resume = false) {
  const WorkFolder work = prepare_work(folder / "out", resume, let_pass);
  publish_work(work, [&] {
    put_text(work.members / "0001.txt", "kept");
    put_text(work.made / "a.txt", "half");
    fail();
  });
}

}  // namespace

TEST_CASE("[unit] a folder appears whole under its name, and nothing of the work stays") {
  const TemporaryFolder folder;
  const WorkFolder work = prepare_work(folder / "out", false, refuse_all);
  publish_work(work, [&] {
    put_text(work.members / "1", "kept");
    put_text(work.made / "a.txt", "new");
    CHECK_FALSE(fs::exists(folder / "out"));
  });
  CHECK(content_of(folder / "out/a.txt") == "new");
  CHECK(entry_count(folder.path()) == 1);
}

TEST_CASE("[unit] what may not be replaced is told before any work begins, and before it is replaced") {
  const TemporaryFolder folder;
  put_text(folder / "out/a.txt", "old");
  CHECK_THROWS_AS(prepare_work(folder / "out", false, refuse_all), FileError);
  CHECK(entry_count(folder.path()) == 1);
  bool is_allowed = true;
  const WorkFolder work = prepare_work(folder / "out", false, [&](const fs::path& standing) {
    if (!is_allowed) refuse_all(standing);
  });
  const auto fill = [&] {
    put_text(work.made / "a.txt", "new");
    is_allowed = false;
  };
  CHECK_THROWS_AS(publish_work(work, fill), FileError);
  CHECK(content_of(folder / "out/a.txt") == "old");
}

TEST_CASE("[law] an interrupted work keeps its members for one that resumes, and for no other") {
  const TemporaryFolder folder;
  for (const bool resume : {true, false}) {
    CHECK_THROWS_WITH_AS(begin_and_fail(folder.path(), [] { throw Interrupted("stopped"); }),
                         "stopped; `--resume` continues where it was", Interrupted);
    const WorkFolder work = prepare_work(folder / "out", resume, let_pass);
    CHECK(fs::exists(work.members / "0001.txt") == resume);
    CHECK_FALSE(fs::exists(work.made));
  }
}

TEST_CASE("[law] what is not the study's own fault keeps the members, gives the rest back and says how to go on") {
  const TemporaryFolder folder;
  CHECK_THROWS_WITH_AS(begin_and_fail(folder.path(), [] { throw FileError("no space"); }),
                       doctest::Contains("out.part'; once that is mended, `--resume` goes on"), FileError);
  CHECK_THROWS_WITH_AS(begin_and_fail(folder.path(), [] { throw std::bad_alloc(); }),
                       doctest::Contains("`--resume` goes on"), FileError);
  CHECK_THROWS_AS(begin_and_fail(folder.path(), [] { throw std::runtime_error("a bug"); }), std::runtime_error);
  CHECK(content_of(folder / "out.part/members/0001.txt") == "kept");
  CHECK_FALSE(fs::exists(folder / "out.part/run"));
}

TEST_CASE("[law] a study that is wrong is given up; one that resumed keeps the members that it found") {
  const TemporaryFolder folder;
  for (const bool resume : {false, true}) {
    CHECK_THROWS_AS(begin_and_fail(folder.path(), [] { throw InputError("no"); }, resume), InputError);
    CHECK(fs::exists(folder / "out.part/members/0001.txt") == resume);
    CHECK_THROWS_AS(begin_and_fail(folder.path(), [] { throw SolverError("no"); }, resume), SolverError);
    CHECK(fs::exists(folder / "out.part/members/0001.txt") == resume);
  }
}

TEST_CASE("[law] a work that failed before a member was whole leaves nothing and promises nothing") {
  const TemporaryFolder folder;
  const auto fail = [&](const auto& how) {
    const WorkFolder work = prepare_work(folder / "out", false, let_pass);
    publish_work(work, [&] {
      put_text(work.members / "inputs.toml", "x");
      how();
    });
  };
  CHECK_THROWS_WITH_AS(fail([] { throw FileError("no space"); }), "no space", FileError);
  CHECK_THROWS_WITH_AS(fail([] { throw Interrupted("stopped"); }), "stopped", Interrupted);
  CHECK_THROWS_AS(fail([] { throw std::bad_alloc(); }), std::bad_alloc);
  CHECK(entry_count(folder.path()) == 0);
}

TEST_CASE("[law] a work folder that holds anything of the user's is never cleared") {
  const TemporaryFolder folder;
  put_text(folder / "out.part/notes.txt", "mine");
  CHECK_THROWS_WITH_AS(prepare_work(folder / "out", false, let_pass), doctest::Contains("it will not be cleared"),
                       FileError);
  CHECK(content_of(folder / "out.part/notes.txt") == "mine");
}
