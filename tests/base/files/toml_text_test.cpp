#include "percuta/base/files/toml_text.hpp"

#include <doctest/doctest.h>

#include "percuta/base/files/document.hpp"

using namespace percuta;

TEST_CASE("[unit] texts are quoted so that TOML reads them back") {
  for (const std::string text :
       {"plain", "quo\"te", "back\\slash", "line\nbreak", "tab\t\x01\x7f", "caf\xC3\xA9", ""}) {
    const Node node = parse_document("a = " + toml_string(text) + "\n", "s");
    CHECK(std::get<std::string>(node.find("a")->value) == text);
  }
  CHECK(toml_list({"1", "2"}) == "[1, 2]");
  CHECK(toml_list({}) == "[]");
}

TEST_CASE("[unit] members that nobody filled in are known") {
  CHECK(is_unset({.name = "a", .meaning = ""}, Quantity{}));
  CHECK_FALSE(is_unset({.name = "a", .meaning = ""}, certain(0)));
  CHECK(is_unset({.name = "a", .meaning = "", .min = 1, .max = 6}, std::int64_t{0}));
  CHECK_FALSE(is_unset({.name = "a", .meaning = ""}, std::int64_t{0}));
  CHECK(is_unset({.name = "a", .meaning = "", .choices = {"x"}}, std::string("y")));
  CHECK(is_unset({.name = "a", .meaning = ""}, std::string()));
}
