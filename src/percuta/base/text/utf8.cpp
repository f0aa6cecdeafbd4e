#include "percuta/base/text/utf8.hpp"

#include <fmt/format.h>

namespace percuta {
namespace {

/// Length of the sequence that a leading byte announces; 0 for a byte that cannot lead.
std::size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

bool is_code_point(char32_t code, std::size_t bytes) {
  const bool is_overlong = (bytes == 3 && code < 0x800) || (bytes == 4 && code < 0x10000);
  const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
  return !is_overlong && !is_surrogate && code <= 0x10FFFF;
}

bool is_hidden(char32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0x200B && code <= 0x200F) ||
         (code >= 0x2028 && code <= 0x202E) || (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF;
}

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t bytes = sequence_length(lead);
  const Character broken{lead, 1, false};
  if (bytes == 0 || at + bytes > text.size()) return broken;
  if (bytes == 1) return {lead, 1, true};
  char32_t code = lead & (0xFFU >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) {
    const auto next = static_cast<unsigned char>(text[at + i]);
    if ((next & 0xC0U) != 0x80U) return broken;
    code = (code << 6U) | (next & 0x3FU);
  }
  return is_code_point(code, bytes) ? Character{code, bytes, true} : broken;
}

std::size_t find_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    if (!character.is_valid) return at;
    at += character.bytes;
  }
  return std::string_view::npos;
}

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += character_at(text, at).bytes) ++count;
  return count;
}

std::string printable(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    if (character.code == '\t') {
      result += ' ';
    } else if (!character.is_valid || (is_hidden(character.code) && character.code < 0x80)) {
      result += fmt::format("\\x{:02x}", static_cast<unsigned>(character.code));
    } else if (is_hidden(character.code)) {
      result += fmt::format("\\u{{{:x}}}", static_cast<unsigned>(character.code));
    } else {
      result += text.substr(at, character.bytes);
    }
    at += character.bytes;
  }
  return result;
}

}  // namespace percuta
