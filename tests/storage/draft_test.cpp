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

TEST_CASE("[law] a draft first clears away those of the same file that were left behind, and no other's") {
  const TemporaryFolder folder;
  put_text(folder / ".a.txt.part-4711", "half");
  put_text(folder / ".b.txt.part-4711", "half");
  Draft draft(folder / "a.txt");
  CHECK_FALSE(std::filesystem::exists(folder / ".a.txt.part-4711"));
  CHECK(std::filesystem::exists(folder / ".b.txt.part-4711"));
  Draft(folder / "b.txt", EarlierDrafts::stay).write("new");
  CHECK(std::filesystem::exists(folder / ".b.txt.part-4711"));
}

TEST_CASE("[law] two drafts of one file at a time do not touch each other; the last to be published stays") {
  const TemporaryFolder folder;
  Draft one(folder / "a.txt");
  one.write("one");
  {
    Draft other(folder / "a.txt");
    other.write("other");
    CHECK(content_of(one.path()) == "one");
    other.publish(Flush::now);
  }
  CHECK(content_of(folder / "a.txt") == "other");
  one.publish(Flush::later);
  CHECK(content_of(folder / "a.txt") == "one");
  CHECK(entry_count(folder.path()) == 1);
}

TEST_CASE("[unit] a folder in the making stands beside its place, and goes unless it was moved there") {
  const TemporaryFolder folder;
  put_text(folder / "deep/.out.part-4711/half.txt", "half");
  {
    const DraftFolder draft(folder / "deep/out/");
    CHECK(draft.path().parent_path() == folder / "deep");
    CHECK(entry_count(folder / "deep") == 1);
    const DraftFolder another(folder / "deep/out");
    CHECK(another.path() != draft.path());
  }
  CHECK(entry_count(folder / "deep") == 0);
  const DraftFolder draft(folder / "deep/out");
  std::filesystem::rename(draft.path(), folder / "deep/out");
  clear_drafts(folder / "deep/out");
  CHECK(entry_count(folder / "deep") == 1);
}

TEST_CASE("[unit] a draft where no file can be is a file error") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(Draft(folder / "absent" / "a.txt"), FileError);
  CHECK_THROWS_AS(Draft(folder.path() / ""), FileError);
}

TEST_CASE("[unit] a temporary file's name tells which file it stands for") {
  CHECK(drafted_name(".a.txt.part-12") == "a.txt");
  CHECK(drafted_name("..hidden.part-12") == ".hidden");
  for (const char* name : {"a.txt", ".a.txt", "a.txt.part-12", ".part-12", ".a.txt.part-x", ""}) {
    CAPTURE(name);
    CHECK(drafted_name(name).empty());
  }
}
