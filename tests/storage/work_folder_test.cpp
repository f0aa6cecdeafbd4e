#include "percuta/storage/work_folder.hpp"

#include <doctest/doctest.h>

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
    {
      const WorkFolder work = prepare_work(folder / "out", false, let_pass);
      const auto fill = [&] {
        put_text(work.members / "1", "kept");
        put_text(work.made / "a.txt", "half");
        throw Interrupted("stopped");
      };
      CHECK_THROWS_AS(publish_work(work, fill), Interrupted);
    }
    const WorkFolder work = prepare_work(folder / "out", resume, let_pass);
    CHECK(fs::exists(work.members / "1") == resume);
    CHECK_FALSE(fs::exists(work.made));
  }
}

TEST_CASE("[law] a failed work is given up; one that resumed keeps the members that it found") {
  const TemporaryFolder folder;
  for (const bool resume : {false, true}) {
    const WorkFolder work = prepare_work(folder / "out", resume, let_pass);
    const auto fill = [&] {
      put_text(work.members / "1", "kept");
      throw std::runtime_error("no");
    };
    CHECK_THROWS_AS(publish_work(work, fill), std::runtime_error);
    CHECK(fs::exists(folder / "out.part/members/1") == resume);
  }
}

TEST_CASE("[law] a work folder that holds anything of the user's is never cleared") {
  const TemporaryFolder folder;
  put_text(folder / "out.part/notes.txt", "mine");
  CHECK_THROWS_WITH_AS(prepare_work(folder / "out", false, let_pass), doctest::Contains("it will not be cleared"),
                       FileError);
  CHECK(content_of(folder / "out.part/notes.txt") == "mine");
}
