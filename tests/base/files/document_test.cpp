#include "percuta/base/files/document.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/node_text.hpp"
#include "base/sample.hpp"
#include "temporary_folder.hpp"

using namespace percuta;
using percuta::tests::contains;
using percuta::tests::text_of;

namespace {

using Folder = percuta::tests::TemporaryFolder;

std::string refusal(const std::filesystem::path& path) {
  try {
    read_document(path);
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("[unit] a file is read, with its path in the places") {
  const Folder folder;
  const auto path = folder.write("study.toml", "title = \"x\"\n");
  CHECK(read_document(path).find("title")->place().file == path.string());
  CHECK(std::get<Node::Table>(read_document(folder.write("empty.toml", "")).value).empty());
}

TEST_CASE("[unit] what is no readable study is refused") {
  const Folder folder;
  CHECK(contains(refusal(folder.path()), "is a folder"));
  CHECK(contains(refusal(folder.write("big.toml", std::string(1'000'001, '#'))), "larger than 1 MB"));
  CHECK(contains(refusal(folder.write("binary.toml", std::string("\x7f"
                                                                 "ELF\0\1",
                                                                 6))),
                 "is not text: byte 5 is zero"));
  CHECK(contains(refusal(folder.write("latin.toml", "a = \"\xE9\"\n")), "not UTF-8"));
  CHECK(contains(refusal(folder.write("deep.toml", "a = " + std::string(100'000, '['))), "nested deeper than 64"));
  const auto pipe = folder.path() / "pipe.toml";
  REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  CHECK(contains(refusal(pipe), "not an ordinary file"));
  CHECK(contains(refusal("/dev/zero"), "not an ordinary file"));
}

TEST_CASE("[unit] a hundred megabytes are refused without being read") {
  const Folder folder;
  const auto path = folder.write("huge.toml", "");
  std::filesystem::resize_file(path, 100'000'000);
  CHECK(contains(refusal(path), "larger than 1 MB"));
}

TEST_CASE("[unit] a file just below the limit is read") {
  const Folder folder;
  CHECK_NOTHROW(read_document(folder.write("large.toml", std::string(1'000'000, '#'))));
}

TEST_CASE("[unit] a file that is not there is a FileError with the system's reason") {
  try {
    read_document("/nonexistent/study.toml");
    FAIL("must not be found");
  } catch (const FileError& error) {
    CHECK(std::string(error.what()) == "/nonexistent/study.toml cannot be opened: No such file or directory");
  }
}

TEST_CASE("[unit] laying over merges tables and replaces values") {
  const Node base = parse_document("a = \"1\"\nb = \"2\"\n[t]\nx = \"3\"\ny = \"4\"\n", "base");
  const Node over = parse_document("b = \"5\"\nc = \"6\"\nt.y = \"7\"\n", "over");
  const Node both = overlaid(base, over);
  CHECK(text_of(both, {"a"}) == "1");
  CHECK(text_of(both, {"b"}) == "5");
  CHECK(text_of(both, {"c"}) == "6");
  CHECK(text_of(both, {"t", "x"}) == "3");
  CHECK(text_of(both, {"t", "y"}) == "7");
  CHECK(both.find("t")->find("y")->source->name == "over");
  CHECK(both.find("t")->find("x")->source->name == "base");
}

TEST_CASE("[unit] a quantity is replaced as a whole, never merged") {
  const Node base = parse_document("q = { value = 1, low = 0, high = 2, unit = \"mm\" }\n", "base");
  CHECK(text_of(overlaid(base, parse_setting("q=1.5 mm")), {"q"}) == "1.5 mm");
  const Node other = overlaid(base, parse_document("q = { value = 3, unit = \"cm\" }", "over"));
  CHECK(other.find("q")->find("low") == nullptr);
  const Node text = parse_document("q = \"1 mm\"", "base");
  CHECK(overlaid(text, base).find("q")->find("low") != nullptr);
}

TEST_CASE("[unit] a key is taken out") {
  const Node node = without(parse_document("a = 1\nb = 2\n", "s"), "a");
  CHECK(node.find("a") == nullptr);
  CHECK(node.find("b") != nullptr);
  CHECK(without(*node.find("b"), "a").find("a") == nullptr);
}
