#include "percuta/storage/h5_read.hpp"

#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "storage/folder_content.hpp"
#include "storage/h5_fixture.hpp"

using namespace percuta;
using namespace percuta::storage;

TEST_CASE("[unit] a tree of groups, attributes, lists and arrays comes back") {
  const H5Read in(tree_bytes(), "a.h5");
  CHECK(in.names("/") == std::vector<std::string>{"skin"});
  CHECK(in.names("/skin") == std::vector<std::string>{"cells", "edges", "none"});
  CHECK(in.has("/skin"));
  CHECK_FALSE(in.has("/fat"));
  CHECK_FALSE(in.has("/fat/cells"));
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

TEST_CASE("[law] a group of very many members and an array of very many blocks come back in order") {
  H5Write out("a.h5");
  constexpr std::size_t k_many = 3000;
  for (std::size_t i = 0; i < k_many; ++i) {
    out.numbers("/" + std::to_string(10000 + i), {static_cast<double>(i)});
  }
  out.slabs("/blocks", {k_many, 1, 1}, [](std::size_t n, double* values) { *values = static_cast<double>(n); });
  const H5Read in(out.finish(), "a.h5");
  CHECK(in.names("/").size() == k_many + 1);
  CHECK(in.numbers("/12999") == std::vector<double>{2999});
  CHECK(in.numbers("/blocks").at(2999) == 2999);
}

TEST_CASE("[law] numbers that cannot be packed come back bit for bit") {
  H5Write out("a.h5");
  std::uint64_t state = 1;
  std::vector<double> noise(1000);
  for (double& value : noise) value = static_cast<double>(state = state * 6364136223846793005U + 1442695040888963407U);
  out.slabs("/noise", {1, 10, 100},
            [&](std::size_t, double* values) { std::copy(noise.begin(), noise.end(), values); });
  CHECK(H5Read(out.finish(), "a.h5").numbers("/noise") == noise);
}

TEST_CASE("[unit] what is not there, and what is no HDF5 file, is a file error that names the file") {
  const TemporaryFolder folder;
  put_text(folder / "a.h5", tree_bytes());
  const H5Read in(folder / "a.h5");
  CHECK_THROWS_WITH_AS(in.text("/skin", "colour"), doctest::Contains("a.h5"), FileError);
  CHECK_THROWS_AS(in.numbers("/fat"), FileError);
  CHECK_THROWS_AS(in.numbers("/skin"), FileError);
  CHECK_THROWS_AS(in.number("/skin", "unit"), FileError);
  CHECK_THROWS_AS(in.slabs("/skin/edges", [](std::size_t, const double*) {}), FileError);
  put_text(folder / "b.h5", "no HDF5");
  CHECK_THROWS_WITH_AS(H5Read(folder / "b.h5"), doctest::Contains("b.h5"), FileError);
  CHECK_THROWS_WITH_AS(H5Read(folder / "absent.h5"), doctest::Contains("No such file"), FileError);
}

TEST_CASE("[unit] a file is found behind 512 bytes of another kind") {
  const TemporaryFolder folder;
  put_text(folder / "b.h5", std::string(512, '\n') + tree_bytes());
  CHECK(H5Read(folder / "b.h5", 512).numbers("/skin/cells").at(23) == 23);
  CHECK_THROWS_AS(H5Read(folder / "b.h5"), FileError);
  CHECK_THROWS_AS(H5Read(folder / "b.h5", 1 << 30), FileError);
}
