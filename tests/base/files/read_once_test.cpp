#include "percuta/base/files/read_once.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

using percuta::ReadOnce;

TEST_CASE("[unit] what is read once is not read again, and what failed is tried again") {
  ReadOnce<std::string> contents;
  int reads = 0;
  const auto read = [&](const std::filesystem::path& path) {
    if (++reads == 1) throw std::runtime_error("not yet");
    return path.string() + " the " + std::to_string(reads);
  };
  CHECK_THROWS(contents.at("a", read));
  const std::string& first = contents.at("a", read);
  CHECK(first == "a the 2");
  CHECK(contents.at("b", read) == "b the 3");
  CHECK(&contents.at("a", read) == &first);
  CHECK(reads == 3);
}
