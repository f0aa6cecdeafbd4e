#include "percuta/base/files/unpacked_file.hpp"

#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "percuta/base/files/gzip.hpp"
#include "temporary_folder.hpp"

using namespace percuta;
using percuta::tests::TemporaryFolder;

namespace {

std::vector<std::string> lines_of(const std::filesystem::path& path) {
  UnpackedFile file(path);
  std::vector<std::string> lines;
  while (const auto line = file.line(1 << 20)) lines.emplace_back(*line);
  return lines;
}

}  // namespace

TEST_CASE("[unit] lines come without their ends, the last with or without one, empty ones too") {
  const TemporaryFolder folder;
  CHECK(lines_of(folder.write("a", "one\n\ntwo")) == std::vector<std::string>{"one", "", "two"});
  CHECK(lines_of(folder.write("b", "one\n")) == std::vector<std::string>{"one"});
  CHECK(lines_of(folder.write("c", "")).empty());
}

TEST_CASE("[law] lines that run over the end of a block are whole, packed or not") {
  const TemporaryFolder folder;
  std::vector<std::string> lines;
  std::string text;
  for (int i = 0; i < 40; ++i) {
    lines.emplace_back(static_cast<std::size_t>(1000 * i + 7), static_cast<char>('a' + i % 26));
    text += lines.back() + "\n";
  }
  CHECK(lines_of(folder.write("plain", text)) == lines);
  CHECK(lines_of(folder.write("packed", gzipped(text))) == lines);
}

TEST_CASE("[unit] a packed file that is torn is told apart from its end") {
  const TemporaryFolder folder;
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += std::to_string(i * 7919) + "\n";
  const std::string packed = gzipped(text);
  CHECK_THROWS_AS(lines_of(folder.write("torn", packed.substr(0, packed.size() / 2))), FileError);
}
