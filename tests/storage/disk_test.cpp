#include "percuta/storage/disk.hpp"

#include <doctest/doctest.h>

#include <cerrno>

#include "percuta/base/error.hpp"
#include "storage/folder_content.hpp"

using namespace percuta;
using namespace percuta::storage;

TEST_CASE("[unit] a file error names action, path and the system's reason") {
  CHECK_THROWS_WITH_AS(throw_file_error("write", "out/a.csv", ENOSPC),
                       "cannot write 'out/a.csv': No space left on device", FileError);
}

TEST_CASE("[unit] a path has a name and a folder, with or without a slash at its end") {
  CHECK(named("a/b/") == "a/b");
  CHECK(named("a/b") == "a/b");
  CHECK(folder_of("a/b/") == "a");
  CHECK(folder_of("b") == ".");
}

TEST_CASE("[unit] folders are made with those above, and making them again is fine") {
  const TemporaryFolder folder;
  make_folder(folder / "a/b/c");
  make_folder(folder / "a/b/c");
  CHECK(std::filesystem::is_directory(folder / "a/b/c"));
  flush_folder(folder / "a/b/c");
  remove_folder(folder / "a");
  remove_folder(folder / "a");
  CHECK_FALSE(std::filesystem::exists(folder / "a"));
}

TEST_CASE("[unit] a folder cannot be made in a file's place or under it") {
  const TemporaryFolder folder;
  put_text(folder / "file", "x");
  CHECK_THROWS_AS(make_folder(folder / "file"), FileError);
  CHECK_THROWS_AS(make_folder(folder / "file/inside"), FileError);
  CHECK_THROWS_AS(flush_folder(folder / "absent"), FileError);
}
