#include <doctest/doctest.h>

#include <algorithm>

#include "percuta/base/error.hpp"

using namespace percuta;

namespace {
const std::vector<std::string> k_words = {"speed", "force", "skill", "directions", "roller-192", "pen-exceed"};
}

TEST_CASE("[unit] a slip of the pen finds its word") {
  CHECK(nearest_word("speeed", k_words) == "speed");
  CHECK(nearest_word("psede", k_words) == "speed");
  CHECK(nearest_word("FORCE", k_words) == "force");
  CHECK(nearest_word("direktoins", k_words) == "directions");
  CHECK(nearest_word("roller192", k_words) == "roller-192");
}

TEST_CASE("[unit] the beginning of one word alone finds it") {
  CHECK(nearest_word("pen", k_words) == "pen-exceed");
  CHECK(nearest_word("roller", {"roller-192", "roller-home"}) == "");
}

TEST_CASE("[unit] nothing near means no suggestion") {
  CHECK(nearest_word("temperature", k_words) == "");
  CHECK(nearest_word("", k_words) == "");
  CHECK(nearest_word("ab", {"cd"}) == "");
  CHECK(nearest_word(std::string(1'000'000, 'x'), k_words) == "");
  CHECK(nearest_word("speed", {}) == "");
}

TEST_CASE("[unit] the nearest of several wins") {
  CHECK(nearest_word("forse", {"horse", "forced", "force", "forge"}) == "horse");
}

TEST_CASE("[unit] a suggestion names the near word or lists the choices") {
  CHECK(suggestion("speeed", k_words) == "did you mean 'speed'?");
  CHECK(suggestion("nothing like it", {"a", "b"}) == "one of: a, b");
  CHECK(suggestion("x", {}) == "");
  const std::vector<std::string> many(20, "word");
  const std::string text = suggestion("zzzzzzzzzz", many);
  CHECK(text.ends_with(", ..."));
  CHECK(std::count(text.begin(), text.end(), ',') == 12);
}
