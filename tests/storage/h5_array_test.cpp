#include "percuta/storage/h5_array.hpp"

#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "storage/h5_fixture.hpp"

using namespace percuta;
using namespace percuta::storage;
using std::string_view_literals::operator""sv;

namespace {

const std::filesystem::path k_shown = "a.h5";
const std::string k_number("\x11\x20\x3f\0\x08\0\0\0\0\0\x40\0\x34\x0b\0\x34\xff\x03\0\0"sv);

std::string sizes(const std::vector<std::uint64_t>& all) {
  std::string bytes = little(1, 1) + little(all.size(), 1) + little(0, 6);
  for (const std::uint64_t size : all) bytes += little(size, 8);
  return bytes;
}

std::string plain(std::uint64_t address, std::uint64_t size) {
  return little(0x103, 2) + little(address, 8) + little(size, 8);
}

H5Array array_of(const std::string& file, const std::string& its_sizes, const std::string& layout) {
  H5Bytes bytes(file, k_shown);
  H5ArrayParts parts;
  parts.add({H5MessageType::sizes, its_sizes}, bytes);
  parts.add({H5MessageType::type, k_number}, bytes);
  parts.add({H5MessageType::layout, layout}, bytes);
  return parts.whole(bytes);
}

}  // namespace

TEST_CASE("[unit] a plain array is as many bytes of the file as its sizes say") {
  const std::string file(24, 'x');
  CHECK(array_of(file, sizes({3}), plain(0, 24)).plain.size() == 24);
  CHECK(array_of(file, sizes({0}), plain(~std::uint64_t{0}, 0)).plain.empty());
}

TEST_CASE("[law] sizes that the file cannot hold are refused before memory is asked for") {
  const std::string file(24, 'x');
  CHECK_THROWS_AS(array_of(file, sizes({4}), plain(0, 24)), FileError);
  CHECK_THROWS_AS(array_of(file, sizes({4}), plain(0, 32)), FileError);
  CHECK_THROWS_WITH_AS(array_of(file, sizes({1ULL << 62}), plain(0, 24)), doctest::Contains("can hold"), FileError);
  CHECK_THROWS_AS(array_of(file, sizes({1ULL << 32, 1ULL << 32}), plain(0, 0)), FileError);
  CHECK_THROWS_AS(array_of(file, sizes({}), plain(0, 8)), FileError);
  CHECK_THROWS_AS(array_of(file, sizes(std::vector<std::uint64_t>(40, 1)), plain(0, 8)), FileError);
  CHECK_THROWS_AS(array_of(file, sizes({0}), plain(0, 0)), FileError);
}

TEST_CASE("[law] an array that says something twice, or not at all, is refused") {
  const std::string file(24, 'x');
  H5Bytes bytes(file, k_shown);
  H5ArrayParts parts;
  CHECK(parts.empty());
  const std::string three = sizes({3});
  parts.add({H5MessageType::sizes, three}, bytes);
  CHECK_THROWS_AS(parts.add({H5MessageType::sizes, three}, bytes), FileError);
  CHECK_THROWS_AS(parts.add({static_cast<H5MessageType>(99), three}, bytes), FileError);
  CHECK_THROWS_AS(parts.whole(bytes), FileError);
}

TEST_CASE("[unit] a block that was not packed is only put back in order, one that is torn is refused") {
  const H5Bytes file("", k_shown);
  std::string shuffled;
  const double values[] = {0.1, -7};
  for (std::size_t byte = 0; byte < sizeof(double); ++byte) {
    for (const double& value : values) shuffled += reinterpret_cast<const char*>(&value)[byte];
  }
  H5Array array{{2}, {}, {{shuffled, false}}, 16};
  double back[2] = {};
  unpack_h5_block(array, 0, back, file);
  CHECK(back[0] == 0.1);
  CHECK(back[1] == -7);
  array.blocks[0].is_packed = true;
  CHECK_THROWS_WITH_AS(unpack_h5_block(array, 0, back, file), doctest::Contains("does not unpack"), FileError);
}
