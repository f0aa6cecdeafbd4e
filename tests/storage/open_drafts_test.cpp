#include "percuta/storage/open_drafts.hpp"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "percuta/storage/draft.hpp"
#include "temporary_folder.hpp"

using namespace percuta;
namespace fs = std::filesystem;

namespace {

/// Does `work` in a process of its own, which removes its drafts and ends.
template <class Work>
void end_within(Work work) {
  const pid_t child = fork();
  if (child == 0) {
    work();
    _exit(1);  // it should have ended itself
  }
  int status = 0;
  waitpid(child, &status, 0);
  CHECK(WEXITSTATUS(status) == 0);
}

}  // namespace

TEST_CASE("[unit] a process that ends in the midst of its work takes its drafts away, files and folders") {
  const tests::TemporaryFolder folder;
  end_within([&] {
    storage::Draft draft(folder / "table.csv");
    draft.write("half of");
    const storage::OpenDraft open(folder / "half");
    fs::create_directories(folder / "half" / "figures");
    storage::remove_open_drafts();
    _exit(0);
  });
  CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("[unit] what was published stays") {
  const tests::TemporaryFolder folder;
  end_within([&] {
    storage::Draft draft(folder / "table.csv");
    draft.write("all of it");
    draft.publish(storage::Flush::later);
    {
      const storage::OpenDraft closed(folder / "table.csv");
    }
    storage::remove_open_drafts();
    _exit(0);
  });
  CHECK(fs::exists(folder / "table.csv"));
}
