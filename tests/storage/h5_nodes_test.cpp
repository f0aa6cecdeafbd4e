#include "percuta/storage/h5_nodes.hpp"

#include <doctest/doctest.h>

#include <utility>
#include <vector>

#include "percuta/base/error.hpp"
#include "storage/h5_fixture.hpp"

using namespace percuta;
using namespace percuta::storage;

namespace {

const std::filesystem::path k_shown = "a.h5";

/// A node of keys 0, 1, ...; its siblings are never looked at.
std::string node(std::uint64_t level, const std::vector<std::uint64_t>& below, std::uint64_t kind = 0) {
  std::string bytes = "TREE" + little(kind, 1) + little(level, 1) + little(below.size(), 2) + little(0, 16);
  for (std::size_t i = 0; i < below.size(); ++i) bytes += little(i, 8) + little(below[i], 8);
  return bytes + little(below.size(), 8);
}

std::vector<std::uint64_t> ends_of(const std::string& bytes) {
  H5Bytes file(bytes, k_shown);
  std::vector<std::uint64_t> ends;
  for_each_h5_end(file, 0, {}, [&](std::string_view, std::uint64_t address) { ends.push_back(address); });
  return ends;
}

}  // namespace

TEST_CASE("[unit] the ends of a tree come in order, from whatever depth") {
  CHECK(ends_of(node(0, {})).empty());
  const std::uint64_t first = node(1, {0, 0}).size(), second = first + node(0, {7, 8}).size();
  CHECK(ends_of(node(1, {first, second}) + node(0, {7, 8}) + node(0, {9})) == std::vector<std::uint64_t>{7, 8, 9});
}

TEST_CASE("[law] a tree that runs in a circle, skips a level, is cut or of another kind is refused") {
  CHECK_THROWS_AS(ends_of(node(1, {0})), FileError);
  const std::uint64_t after = node(2, {0}).size();
  CHECK_THROWS_AS(ends_of(node(2, {after}) + node(0, {7})), FileError);
  CHECK_THROWS_AS(ends_of(node(1, {after, after}) + node(0, {7})), FileError);
  CHECK_THROWS_AS(ends_of(node(1, {})), FileError);
  CHECK_THROWS_AS(ends_of(node(0, {7, 8}).substr(0, 50)), FileError);
  CHECK_THROWS_AS(ends_of(node(0, {7}, 1)), FileError);
}
