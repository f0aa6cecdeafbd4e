#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "percuta/storage/write_file.hpp"
#include "storage/folder_content.hpp"
#include "storage/full_disk.hpp"

using namespace percuta;
using namespace percuta::storage;

namespace {

int write_on_full_disk(const std::filesystem::path& path, const std::string& bytes, rlim_t most) {
  return write_with_limit(most, SIG_IGN, [&] { write_file(path, bytes); });
}

}  // namespace

TEST_CASE("[unit] a file appears with exactly its bytes and replaces an earlier one") {
  const TemporaryFolder folder;
  write_file(folder / "a.txt", "first");
  write_file(folder / "a.txt", std::string("sec\0ond", 7));
  CHECK(content_of(folder / "a.txt") == std::string("sec\0ond", 7));
  write_file(folder / "empty", "");
  CHECK(std::filesystem::file_size(folder / "empty") == 0);
  CHECK(entry_count(folder.path()) == 2);
}

TEST_CASE("[law] a disk that fills up leaves the old file whole and nothing half-written") {
  const TemporaryFolder folder;
  write_file(folder / "a.txt", "old");
  const std::string big(1 << 20, 'x');
  CHECK(write_on_full_disk(folder / "a.txt", big, 4096) == 1);
  CHECK(content_of(folder / "a.txt") == "old");
  CHECK(entry_count(folder.path()) == 1);
  CHECK(write_on_full_disk(folder / "a.txt", big, 1 << 21) == 0);
  CHECK(content_of(folder / "a.txt") == big);
}

TEST_CASE("[unit] a file that cannot be written is a file error with path and reason") {
  const TemporaryFolder folder;
  put_text(folder / "file", "x");
  CHECK_THROWS_AS(write_file(folder / "absent/a.txt", "x"), FileError);
  CHECK_THROWS_AS(write_file(folder / "file/a.txt", "x"), FileError);
  CHECK_THROWS_AS(write_file("/proc/percuta.txt", "x"), FileError);
  CHECK_THROWS_AS(write_file(folder.path().string() + "/", "x"), FileError);
  CHECK_THROWS_WITH(write_file(folder / "file/a.txt", "x"),
                    ("cannot write '" + (folder / "file/a.txt").string() + "': Not a directory").c_str());
}

TEST_CASE("[law] a folder in a file's place stays, and no temporary file is left") {
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder / "taken/inside");
  CHECK_THROWS_AS(write_file(folder / "taken", "x"), FileError);
  CHECK(std::filesystem::is_directory(folder / "taken/inside"));
  CHECK(entry_count(folder.path()) == 1);
}

TEST_CASE("[law] a write killed half-way never shows a file under its own name") {
  const TemporaryFolder folder;
  const std::string big(1 << 24, 'x');
  for (const useconds_t pause : {200U, 2000U, 8000U}) {
    const pid_t child = ::fork();
    if (child == 0) {
      for (;;) write_file(folder / "a.bin", big);
    }
    ::usleep(pause);
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    const bool is_absent_or_whole =
        !std::filesystem::exists(folder / "a.bin") || std::filesystem::file_size(folder / "a.bin") == big.size();
    CHECK(is_absent_or_whole);
  }
}
