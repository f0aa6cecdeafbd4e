#include "percuta/base/files/gzip.hpp"

#include <doctest/doctest.h>
#include <zlib.h>

#include "storage/folder_content.hpp"

using namespace percuta;

namespace {

std::string unzipped(const std::string& bytes) {
  const TemporaryFolder folder;
  put_text(folder / "a.gz", bytes);
  const gzFile file = gzopen((folder / "a.gz").c_str(), "rb");
  std::string result;
  char buffer[4096];
  for (int n = gzread(file, buffer, sizeof buffer); n > 0; n = gzread(file, buffer, sizeof buffer)) {
    result.append(buffer, static_cast<std::size_t>(n));
  }
  gzclose(file);
  return result;
}

}  // namespace

TEST_CASE("[law] what is zipped comes back whole") {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += std::to_string(i * 7919 % 100003) + ",";
  CHECK(unzipped(gzipped(text)) == text);
  CHECK(gzipped(text).size() < text.size());
  CHECK(unzipped(gzipped("")).empty());
}

TEST_CASE("[unit] a zipped file carries no name, no time and no system") {
  const std::string zipped = gzipped("x,y\n");
  REQUIRE(zipped.size() > 10);
  CHECK(zipped.substr(0, 2) == "\x1f\x8b");
  CHECK(zipped[3] == 0);
  CHECK(zipped.substr(4, 4) == std::string(4, '\0'));
  CHECK(zipped[9] == '\xff');
}

TEST_CASE("[law] in whatever pieces the bytes come, the file is the same") {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += std::to_string(i * 7919 % 100003) + ",";
  GzipFile file;
  for (std::size_t at = 0, size = 1; at < text.size(); at += size, size = size * 3 % 9973) {
    file.add(std::string_view(text).substr(at, size));
  }
  CHECK(file.take() == gzipped(text));
}
