#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Text in UTF-8, character by character.
namespace percuta {

/// One character of a text. A byte that is not UTF-8 counts as a character of its own with `is_valid` false.
struct Character {
  char32_t code = 0;
  std::size_t bytes = 1;
  bool is_valid = true;
};

/// The character that begins at byte `at` (below text.size()).
Character character_at(std::string_view text, std::size_t at);

/// Byte offset of the first byte that is not UTF-8; npos when all is well.
std::size_t find_invalid_utf8(std::string_view text);

std::size_t count_characters(std::string_view text);

/// `text` with control, bidirectional and invalid characters written as \x1b or \u{202e}, tabs as one space: safe on a
/// terminal and one line long.
std::string printable(std::string_view text);

}  // namespace percuta
