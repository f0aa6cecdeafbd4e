#include "percuta/storage/leftovers.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "percuta/storage/draft.hpp"
#include "storage/folder_content.hpp"

using namespace percuta;
using namespace percuta::storage;

namespace {

/// A child that makes the drafts of a file and a folder, tells that it has, and waits for its end.
class Maker {
 public:
  explicit Maker(const std::filesystem::path& folder) {
    int ends[2] = {};
    REQUIRE(::pipe(ends) == 0);
    child_ = ::fork();
    if (child_ == 0) {
      Draft file(folder / "a.txt");
      file.write("half");
      const DraftFolder made(folder / "out");
      write_char(ends[1]);
      for (;;) ::pause();
    }
    char told = 0;
    REQUIRE(::read(ends[0], &told, 1) == 1);
    ::close(ends[0]);
    ::close(ends[1]);
  }
  Maker(const Maker&) = delete;
  Maker& operator=(const Maker&) = delete;
  ~Maker() { end(); }

  void end() {
    if (child_ == 0) return;
    ::kill(child_, SIGKILL);
    int status = 0;
    ::waitpid(child_, &status, 0);
    child_ = 0;
  }

 private:
  static void write_char(int handle) {
    if (::write(handle, "x", 1) != 1) ::_exit(1);
  }

  pid_t child_ = 0;
};

}  // namespace

TEST_CASE("[law] what a living process makes stays, what a killed one left goes") {
  const TemporaryFolder folder;
  Maker maker(folder.path());
  CHECK(entry_count(folder.path()) == 2);
  clear_drafts(folder / "a.txt");
  clear_drafts(folder / "out");
  CHECK(entry_count(folder.path()) == 2);
  maker.end();
  clear_drafts(folder / "a.txt");
  CHECK(entry_count(folder.path()) == 1);
  clear_drafts(folder / "out");
  CHECK(entry_count(folder.path()) == 0);
}

TEST_CASE("[unit] names are those of a process and a number, and no others are cleared") {
  CHECK(numbered_name(".a.part-", 0) == ".a.part-" + std::to_string(::getpid()));
  CHECK(numbered_name(".a.part-", 3) == ".a.part-" + std::to_string(::getpid()) + "-3");
  for (int n = 0; n < 2; ++n) CHECK(is_numbered_name(numbered_name(".a.part-", n), ".a.part-"));
  const TemporaryFolder folder;
  for (const char* name : {".a.part-", ".a.part-x", ".a.part-1-", ".a.part-1-x", ".a.part-1.txt", ".b.part-1", "a"}) {
    CAPTURE(name);
    CHECK_FALSE(is_numbered_name(name, ".a.part-"));
    put_text(folder / name, "mine");
  }
  put_text(folder / ".a.part-1", "half");
  put_text(folder / ".a.part-1-2/inside", "half");
  std::filesystem::create_symlink(folder / "a", folder / ".a.part-5");
  clear_leftovers(folder.path(), ".a.part-");
  CHECK(entry_count(folder.path()) == 8);
  CHECK(std::filesystem::is_symlink(folder / ".a.part-5"));
  clear_leftovers(folder / "absent", ".a.part-");
}

TEST_CASE("[unit] a folder is held by one at a time, and one that is absent by nobody") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "a");
  {
    const FolderHold first(folder / "a"), second(folder / "a");
    CHECK(first.is_held());
    CHECK_FALSE(second.is_held());
  }
  CHECK(FolderHold(folder / "a").is_held());
  CHECK_FALSE(FolderHold(folder / "absent").is_held());
}

TEST_CASE("[unit] a path leads to a file until another one has its name") {
  const TemporaryFolder folder;
  put_text(folder / "a", "x");
  const int handle = ::open((folder / "a").c_str(), O_RDONLY);
  CHECK(leads_to(folder / "a", handle));
  CHECK(hold(handle));
  std::filesystem::rename(folder / "a", folder / "b");
  put_text(folder / "a", "y");
  CHECK_FALSE(leads_to(folder / "a", handle));
  CHECK(leads_to(folder / "b", handle));
  ::close(handle);
}
