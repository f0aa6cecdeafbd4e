#include "percuta/storage/h5_file.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <utility>

#include "percuta/base/error.hpp"
#include "storage/folder_content.hpp"

using namespace percuta;
using namespace percuta::storage;

extern "C" int H5Eget_auto2(std::int64_t stack, int (**print)(std::int64_t, void*), void** data);

namespace {

using Printing = std::pair<int (*)(std::int64_t, void*), void*>;

/// What HDF5 prints its errors with now.
Printing printing() {
  Printing found;
  H5Eget_auto2(0, &found.first, &found.second);
  return found;
}

void write_tree(const std::filesystem::path& file, double first) {
  H5Write out(file);
  out.group("/skin");
  out.text("/skin", "unit", "µm");
  out.text("/skin", "note", "");
  out.whole("/skin", "count", -3);
  out.number("/skin", "first", first);
  out.numbers("/skin/edges", {0, 0.1, 0.3});
  out.numbers("/skin/none", {});
  out.slabs("/skin/cells", {2, 3, 2, 2}, [](std::size_t n, double* values) {
    for (std::size_t i = 0; i < 4; ++i) values[i] = static_cast<double>(4 * n + i);
  });
  put_text(file, out.finish());
}

}  // namespace

TEST_CASE("[unit] a tree of groups, attributes, lists and arrays comes back") {
  const TemporaryFolder folder;
  write_tree(folder / "a.h5", 0.1);
  const H5Read in(folder / "a.h5");
  CHECK(in.names("/") == std::vector<std::string>{"skin"});
  CHECK(in.names("/skin") == std::vector<std::string>{"cells", "edges", "none"});
  CHECK(in.has("/skin"));
  CHECK_FALSE(in.has("/fat"));
  CHECK(in.text("/skin", "unit") == "µm");
  CHECK(in.text("/skin", "note").empty());
  CHECK(in.whole("/skin", "count") == -3);
  CHECK(in.number("/skin", "first") == 0.1);
  CHECK(in.numbers("/skin/edges") == std::vector<double>{0, 0.1, 0.3});
  CHECK(in.numbers("/skin/none").empty());
  CHECK(in.shape("/skin/cells") == std::vector<std::size_t>{2, 3, 2, 2});
  CHECK(in.numbers("/skin/cells").at(23) == 23);
  std::size_t blocks = 0;
  in.slabs("/skin/cells", [&](std::size_t n, const double* values) {
    ++blocks;
    CHECK(values[3] == static_cast<double>(4 * n + 3));
  });
  CHECK(blocks == 6);
}

TEST_CASE("[law] equal content gives equal bytes") {
  const TemporaryFolder folder;
  write_tree(folder / "a.h5", 0.1);
  write_tree(folder / "b.h5", 0.1);
  write_tree(folder / "c.h5", 0.2);
  CHECK(content_of(folder / "a.h5") == content_of(folder / "b.h5"));
  CHECK(content_of(folder / "a.h5") != content_of(folder / "c.h5"));
}

TEST_CASE("[unit] what is not there, and what is no HDF5 file, is a file error that names the file") {
  const TemporaryFolder folder;
  write_tree(folder / "a.h5", 0.1);
  const H5Read in(folder / "a.h5");
  CHECK_THROWS_AS(in.text("/skin", "colour"), FileError);
  CHECK_THROWS_AS(in.numbers("/fat"), FileError);
  CHECK_THROWS_AS(in.number("/skin", "unit"), FileError);
  put_text(folder / "b.h5", "no HDF5");
  CHECK_THROWS_WITH_AS(H5Read(folder / "b.h5"), doctest::Contains("b.h5"), FileError);
  CHECK_THROWS_WITH_AS(H5Read(folder / "absent.h5"), doctest::Contains("No such file"), FileError);
}

TEST_CASE("[unit] a file is found behind 512 bytes of another kind") {
  const TemporaryFolder folder;
  write_tree(folder / "a.h5", 0.1);
  put_text(folder / "b.h5", std::string(512, '\n') + content_of(folder / "a.h5"));
  CHECK(H5Read(folder / "b.h5").numbers("/skin/cells").at(23) == 23);
}

TEST_CASE("[unit] what cannot be made is a file error that names the file it was to become") {
  H5Write out("shown.h5");
  out.group("/skin");
  CHECK_THROWS_WITH_AS(out.group("/skin"), doctest::Contains("shown.h5"), FileError);
  CHECK_THROWS_AS(out.number("/fat", "k", 1), FileError);
}

TEST_CASE("[law] HDF5 prints again once the last silence ends, in whatever order they do") {
  const Printing before = printing();
  auto first = std::make_unique<H5Silence>(), second = std::make_unique<H5Silence>();
  CHECK(printing() != before);
  SUBCASE("the first to end is the first made") {
    first.reset();
    CHECK(printing() != before);
    second.reset();
  }
  SUBCASE("the first to end is the last made") {
    second.reset();
    CHECK(printing() != before);
    first.reset();
  }
  CHECK(printing() == before);
}
