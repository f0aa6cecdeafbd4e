#include "percuta/storage/h5_bytes.hpp"

#include <doctest/doctest.h>

#include <limits>

#include "percuta/base/error.hpp"

using namespace percuta;
using namespace percuta::storage;

TEST_CASE("[law] bytes are taken inside the file only, and each of them once") {
  const std::filesystem::path shown = "a.h5";
  H5Bytes file("0123456789", shown);
  constexpr auto k_most = std::numeric_limits<std::uint64_t>::max();
  CHECK(file.take(2, 3) == "234");
  CHECK(file.take(5, 5) == "56789");
  CHECK(file.take(10, 0).empty());
  CHECK(file.take(3, 0).empty());
  CHECK_THROWS_WITH_AS(file.take(4, 1), doctest::Contains("used twice"), FileError);
  CHECK_THROWS_AS(file.take(0, 3), FileError);
  CHECK_THROWS_AS(file.take(0, 10), FileError);
  CHECK(file.take(0, 2) == "01");
  for (const auto& [address, size] :
       {std::pair<std::uint64_t, std::uint64_t>{9, 2}, {11, 0}, {k_most, 1}, {1, k_most}}) {
    CAPTURE(address);
    CHECK_THROWS_WITH_AS(file.take(address, size), doctest::Contains("a.h5"), FileError);
  }
}

TEST_CASE("[unit] a part is read from its beginning on, the least byte of a number first") {
  const std::filesystem::path shown = "a.h5";
  const H5Bytes file("", shown);
  H5Part part(std::string_view("\x01\x02\xff"
                               "abcd",
                               7),
              file);
  CHECK(part.whole(2) == 0x201);
  CHECK(part.whole(1) == 0xff);
  part.expect("ab", "a word");
  CHECK(part.left() == 2);
  CHECK_THROWS_WITH_AS(part.expect("dc", "a word"), doctest::Contains("a word is not"), FileError);
  CHECK_THROWS_AS(part.take(1), FileError);
}
