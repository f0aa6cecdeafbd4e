#include "percuta/base/text/utf8.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace percuta;

TEST_CASE("[unit] characters of one to four bytes are read") {
  const std::string text = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80";
  CHECK(character_at(text, 0).code == U'a');
  CHECK(character_at(text, 1).code == U'\u00e9');
  CHECK(character_at(text, 3).code == U'\u20ac');
  CHECK(character_at(text, 6).code == U'\U0001F600');
  CHECK(character_at(text, 6).bytes == 4);
  CHECK(find_invalid_utf8(text) == std::string::npos);
  CHECK(count_characters(text) == 4);
}

TEST_CASE("[unit] bytes that are not UTF-8 are found where they stand") {
  const std::vector<std::string> broken = {
      "\xFF",     "\x80", "\xC3", "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF0\x80\x80\x80",
      "\xE2\x82", "\xC3("};
  for (const std::string& bytes : broken) CHECK(find_invalid_utf8("ok " + bytes) == 3);
}

TEST_CASE("[unit] printable text keeps letters and spells out the rest") {
  CHECK(printable("caf\xC3\xA9 \xCE\xBC") == "caf\xC3\xA9 \xCE\xBC");
  CHECK(printable("a\tb\x1b\x7f\n") == "a b\\x1b\\x7f\\x0a");
  CHECK(printable("\xFF") == "\\xff");
  CHECK(printable("\xC2\x9B") == "\\u{9b}");
  CHECK(printable("\xE2\x80\xAE") == "\\u{202e}");
}
