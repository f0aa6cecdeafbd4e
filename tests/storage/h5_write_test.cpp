#include "percuta/storage/h5_write.hpp"

#include <doctest/doctest.h>
#include <hdf5.h>

#include <memory>
#include <utility>
#include <vector>

#include "percuta/base/error.hpp"
#include "storage/folder_content.hpp"
#include "storage/h5_fixture.hpp"

using namespace percuta;
using namespace percuta::storage;

namespace {

using Printing = std::pair<int (*)(std::int64_t, void*), void*>;

/// What HDF5 prints its errors with now.
Printing printing() {
  Printing found;
  H5Eget_auto2(H5E_DEFAULT, &found.first, &found.second);
  return found;
}

}  // namespace

TEST_CASE("[law] equal content gives equal bytes") {
  CHECK(tree_bytes(0.1) == tree_bytes(0.1));
  CHECK(tree_bytes(0.1) != tree_bytes(0.2));
}

TEST_CASE("[law] HDF5 itself reads what is written, behind bytes of another kind too") {
  const TemporaryFolder folder;
  put_text(folder / "a.h5", std::string(512, '\n') + tree_bytes());
  const hid_t file = H5Fopen((folder / "a.h5").c_str(), H5F_ACC_RDONLY, H5P_DEFAULT);
  REQUIRE(file >= 0);
  const hid_t cells = H5Dopen2(file, "/skin/cells", H5P_DEFAULT);
  std::vector<double> values(24);
  CHECK(H5Dread(cells, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()) >= 0);
  CHECK(values[23] == 23);
  std::int64_t count = 0;
  const hid_t attribute = H5Aopen_by_name(file, "/skin", "count", H5P_DEFAULT, H5P_DEFAULT);
  CHECK(H5Aread(attribute, H5T_NATIVE_INT64, &count) >= 0);
  CHECK(count == -3);
  H5Aclose(attribute);
  H5Dclose(cells);
  H5Fclose(file);
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
