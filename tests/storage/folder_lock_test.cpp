#include "percuta/storage/folder_lock.hpp"

#include <doctest/doctest.h>

#include <utility>

#include "percuta/base/error.hpp"
#include "storage/folder_content.hpp"

using namespace percuta;
using namespace percuta::storage;

TEST_CASE("[unit] a lock makes its folder and keeps every other lock out until it goes") {
  const TemporaryFolder folder;
  {
    const FolderLock lock(folder / "work");
    CHECK(std::filesystem::exists(folder / "work" / FolderLock::k_name));
    CHECK_THROWS_WITH_AS(FolderLock(folder / "work"), doctest::Contains("another run is writing here"), FileError);
  }
  CHECK_NOTHROW(FolderLock(folder / "work"));
}

TEST_CASE("[unit] a moved lock still holds, the one it came from holds nothing") {
  const TemporaryFolder folder;
  FolderLock lock(folder / "work");
  const FolderLock held = std::move(lock);
  CHECK_THROWS_AS(FolderLock(folder / "work"), FileError);
}

TEST_CASE("[unit] a lock in a folder that cannot be made is a file error") {
  const TemporaryFolder folder;
  put_text(folder / "file", "mine");
  CHECK_THROWS_AS(FolderLock(folder / "file" / "work"), FileError);
  CHECK(content_of(folder / "file") == "mine");
}

TEST_CASE("[law] a lock is never taken through a link, which may lead out of the folder") {
  const TemporaryFolder folder;
  put_text(folder / "mine.txt", "mine");
  std::filesystem::create_directory(folder / "work");
  std::filesystem::create_symlink(folder / "mine.txt", folder / "work" / FolderLock::k_name);
  CHECK_THROWS_AS(FolderLock(folder / "work"), FileError);
  CHECK(content_of(folder / "mine.txt") == "mine");
}
