#include "percuta/base/files/document_scan.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "percuta/base/files/document.hpp"

using namespace percuta;

namespace {

std::string repeated(const std::string& part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

/// key = part part part ...
std::string value_of(const std::string& part, int times) {
  return fmt::format("a = {}", repeated(part, times));
}

bool is_too_deep(const std::string& text) {
  const auto problem = find_unreadable(text, "s");
  return problem && problem->message == "nested deeper than 64 levels";
}

}  // namespace

TEST_CASE("[unit] ordinary documents pass") {
  CHECK_FALSE(find_unreadable("", "s"));
  CHECK_FALSE(find_unreadable("# only a comment", "s"));
  CHECK_FALSE(find_unreadable("a = 1.5\n[t.u]\nx = [1.0, 2.0, {y.z = \"}]\"}]\n", "s"));
  std::string points = "outline = [";
  for (int i = 0; i < 2000; ++i) points += "[1.25, -3.5e-2],\n";
  CHECK_FALSE(find_unreadable(points + "]\n", "s"));
}

TEST_CASE("[unit] binary and foreign encodings are refused with their byte") {
  const auto binary = find_unreadable(std::string("ab\0cd", 5), "s");
  REQUIRE(binary);
  CHECK(binary->message == "is not text: byte 3 is zero");
  const auto latin = find_unreadable("a = 1\ntitle = \"caf\xE9\"\n", "s");
  REQUIRE(latin);
  CHECK(latin->message == "byte 19 (0xe9) is not UTF-8");
  CHECK(latin->place.line == 2);
  CHECK(latin->place.column == 13);
}

TEST_CASE("[unit] ten thousand levels are refused in every form") {
  CHECK(is_too_deep(value_of("[", 10000)));
  CHECK(is_too_deep(value_of("[", 10000) + repeated("]", 10000)));
  CHECK(is_too_deep(value_of("{a = ", 10000)));
  CHECK(is_too_deep(repeated("a.", 10000) + "a = 1"));
  CHECK(is_too_deep(fmt::format("[{}a]", repeated("a.", 10000))));
  CHECK(is_too_deep(fmt::format("[[{}a]]", repeated("a.", 10000))));
  CHECK(is_too_deep(value_of("{a.a.a.a.a.a.a.a = ", 10)));
  CHECK(is_too_deep(fmt::format("[{}a]\n{}b = 1\n", repeated("a.", 40), repeated("b.", 40))));
  CHECK(is_too_deep(fmt::format("a = \"\"\"x\"\"\"\nb = {}", repeated("[", 100))));
  CHECK(is_too_deep(fmt::format("x = 'it\nb = {}", repeated("[", 100))));
}

TEST_CASE("[unit] brackets and dots in texts and comments do not count") {
  CHECK_FALSE(find_unreadable(fmt::format("a = \"{}\"\n", repeated("[", 100)), "s"));
  CHECK_FALSE(find_unreadable(fmt::format("a = '{}'\n", repeated("{", 100)), "s"));
  CHECK_FALSE(find_unreadable(fmt::format("a = \"\"\"\n{}\n\"\"\"\n", repeated("[.\"", 100)), "s"));
  CHECK_FALSE(find_unreadable(fmt::format("# {}\n", repeated("[", 100)), "s"));
  CHECK_FALSE(find_unreadable(fmt::format("a = \"\\\"{}\"\n", repeated("[", 100)), "s"));
  CHECK_FALSE(find_unreadable(repeated("[a.b]\n[[c]]\n", 100), "s"));
}

TEST_CASE("[unit] sixty-four levels are allowed, one more is not") {
  CHECK_FALSE(is_too_deep(value_of("[", 64) + repeated("]", 64)));
  CHECK(is_too_deep(value_of("[", 65) + repeated("]", 65)));
}
