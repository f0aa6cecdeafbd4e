#include "percuta/storage/publish_folder.hpp"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <vector>

#include "percuta/base/error.hpp"
#include "percuta/storage/leftovers.hpp"
#include "storage/folder_content.hpp"

using namespace percuta;
using namespace percuta::storage;

TEST_CASE("[unit] a finished folder takes the place of an earlier one whole") {
  const TemporaryFolder folder;
  put_text(folder / "made" / "new.txt", "new");
  put_text(folder / "wanted" / "old.txt", "old");
  publish_folder(folder / "made", folder / "wanted", [](const std::filesystem::path&) {});
  CHECK(content_of(folder / "wanted" / "new.txt") == "new");
  CHECK_FALSE(std::filesystem::exists(folder / "wanted" / "old.txt"));
  CHECK_FALSE(std::filesystem::exists(folder / "made"));
}

TEST_CASE("[unit] folders above the wanted one are made, and a slash at the end is no matter") {
  const TemporaryFolder folder;
  put_text(folder / "made" / "new.txt", "new");
  publish_folder(folder / "made/", folder / "runs/today/out/", [](const std::filesystem::path&) {});
  CHECK(content_of(folder / "runs/today/out/new.txt") == "new");
  CHECK_FALSE(std::filesystem::exists(folder / "made"));
}

TEST_CASE("[unit] what a killed replacement left aside is swept up") {
  const TemporaryFolder folder;
  put_text(folder / ".out.percuta-old-123" / "older.txt", "older");
  put_text(folder / "made" / "new.txt", "new");
  publish_folder(folder / "made", folder / "out", [](const std::filesystem::path&) {});
  CHECK(entry_count(folder.path()) == 1);
}

TEST_CASE("[law] what another process has set aside is left to it") {
  const TemporaryFolder folder;
  put_text(folder / ".out.percuta-old-123" / "older.txt", "older");
  put_text(folder / "made" / "new.txt", "new");
  const FolderHold held(folder / ".out.percuta-old-123");
  publish_folder(folder / "made", folder / "out", [](const std::filesystem::path&) {});
  CHECK(content_of(folder / ".out.percuta-old-123/older.txt") == "older");
}

TEST_CASE("[law] processes that publish at once all succeed, and one whole folder stays") {
  const TemporaryFolder folder;
  const auto publish_often = [&](const std::string& name) {
    for (int k = 0; k < 50; ++k) {
      put_text(folder / name / "one.txt", name);
      put_text(folder / name / "two.txt", name);
      publish_folder(folder / name, folder / "out", [](const std::filesystem::path&) {});
    }
  };
  std::vector<pid_t> children;
  for (const std::string name : {"a", "b", "c"}) {
    const pid_t child = ::fork();
    if (child == 0) {
      try {
        publish_often(name);
      } catch (...) {
        ::_exit(1);
      }
      ::_exit(0);
    }
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = -1;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(status == 0);
  }
  CHECK(content_of(folder / "out" / "one.txt") == content_of(folder / "out" / "two.txt"));
  CHECK(entry_count(folder.path()) == 1);
}

TEST_CASE("[unit] nothing to publish, or nowhere to put it, is a file error") {
  const TemporaryFolder folder;
  const auto let_pass = [](const std::filesystem::path&) {};
  CHECK_THROWS_AS(publish_folder(folder / "absent", folder / "out", let_pass), FileError);
  put_text(folder / "made" / "new.txt", "new");
  put_text(folder / "file", "x");
  CHECK_THROWS_AS(publish_folder(folder / "made", folder / "file/out", let_pass), FileError);
  CHECK(content_of(folder / "made" / "new.txt") == "new");
}

TEST_CASE("[unit] what may not be replaced is asked before anything moves, and stays") {
  const TemporaryFolder folder;
  put_text(folder / "made" / "new.txt", "new");
  put_text(folder / "wanted" / "old.txt", "old");
  const auto refuse = [](const std::filesystem::path& wanted) { throw FileError(wanted.string()); };
  CHECK_THROWS_AS(publish_folder(folder / "made", folder / "wanted", refuse), FileError);
  CHECK(content_of(folder / "wanted" / "old.txt") == "old");
  CHECK(content_of(folder / "made" / "new.txt") == "new");
}
