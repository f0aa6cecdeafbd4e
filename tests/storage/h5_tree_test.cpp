#include "percuta/storage/h5_tree.hpp"

#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "storage/h5_fixture.hpp"

using namespace percuta;
using namespace percuta::storage;

namespace {

const std::filesystem::path k_shown = "a.h5";

H5Object tree_of(const std::string& bytes) {
  H5Bytes file(bytes, k_shown);
  return h5_tree(file);
}

}  // namespace

TEST_CASE("[unit] groups and arrays stand under their names, in the order of these") {
  const std::string bytes = tree_bytes();
  const H5Object root = tree_of(bytes);
  REQUIRE(root.members.size() == 1);
  const H5Object& skin = root.members.front();
  CHECK(skin.name == "skin");
  CHECK_FALSE(skin.array);
  CHECK(skin.attributes.at("count").kind == H5Kind::whole);
  REQUIRE(skin.members.size() == 3);
  CHECK(skin.members[0].name == "cells");
  CHECK(skin.members[0].array.value().blocks.size() == 6);
  CHECK(skin.members[1].array.value().plain.size() == 3 * sizeof(double));
}

TEST_CASE("[law] a file cut short anywhere, or longer than it says, is refused") {
  const std::string bytes = tree_bytes();
  for (std::size_t size = 0; size < bytes.size(); size += 7) CHECK_THROWS_AS(tree_of(bytes.substr(0, size)), FileError);
  CHECK_THROWS_WITH_AS(tree_of(bytes + "x"), doctest::Contains("it says that it has"), FileError);
}

TEST_CASE("[law] a group that holds itself, a name that is a path and groups too deep are refused") {
  std::string bytes = tree_bytes();
  const std::string entry = "SNOD" + std::string("\1\0\1\0", 4);
  const std::size_t skin = bytes.find(entry);
  REQUIRE(skin != std::string::npos);
  const std::string root = bytes.substr(64, 8);
  CHECK_THROWS_WITH_AS(tree_of(std::string(bytes).replace(skin + 16, 8, root)), doctest::Contains("used twice"),
                       FileError);
  CHECK_THROWS_WITH_AS(tree_of(std::string(bytes).replace(bytes.find("skin"), 4, "s/in")),
                       doctest::Contains("a name is a path"), FileError);
  H5Write out("a.h5");
  std::string path;
  for (int i = 0; i < 20; ++i) out.group(path += "/g");
  CHECK_THROWS_WITH_AS(tree_of(out.finish()), doctest::Contains("too deep"), FileError);
}
