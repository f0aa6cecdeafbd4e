#include "percuta/storage/draft.hpp"

#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "storage/folder_content.hpp"

using namespace percuta;
using namespace percuta::storage;

TEST_CASE("[unit] a draft stands beside its file until it is published in the file's place") {
  const TemporaryFolder folder;
  put_text(folder / "a.txt", "old");
  Draft draft(folder / "a.txt");
  draft.write("new");
  CHECK(content_of(folder / "a.txt") == "old");
  CHECK(content_of(draft.path()) == "new");
  CHECK(draft.path().parent_path() == folder.path());
  draft.publish(Flush::now);
  CHECK(content_of(folder / "a.txt") == "new");
  CHECK(entry_count(folder.path()) == 1);
}

TEST_CASE("[unit] a draft that is given up leaves nothing behind") {
  const TemporaryFolder folder;
  {
    Draft(folder / "a.txt").write("new");
  }
  CHECK(entry_count(folder.path()) == 0);
}

TEST_CASE("[unit] a draft where no file can be is a file error") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(Draft(folder / "absent" / "a.txt"), FileError);
  CHECK_THROWS_AS(Draft(folder.path() / ""), FileError);
}

TEST_CASE("[unit] a temporary file's name tells which file it stands for") {
  CHECK(drafted_name(".a.txt.part-12") == "a.txt");
  CHECK(drafted_name("..hidden.part-12") == ".hidden");
  for (const char* name : {"a.txt", ".a.txt", "a.txt.part-12", ".part-12", ""}) {
    CAPTURE(name);
    CHECK(drafted_name(name).empty());
  }
}
