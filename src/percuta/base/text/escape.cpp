#include "percuta/base/text/escape.hpp"

#include <cstddef>

#include "percuta/base/text/utf8.hpp"

namespace percuta {

namespace {

constexpr std::string_view k_replacement = "\xEF\xBF\xBD";

/// Every character of `text` through `escape`, which returns "" to keep it as it is.
template <class Escape>
std::string mapped(std::string_view text, const Escape& escape) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    const std::string_view other = character.is_valid ? escape(character.code) : k_replacement;
    result += other.empty() ? text.substr(at, character.bytes) : other;
    at += character.bytes;
  }
  return result;
}

std::string_view xml_escape(char32_t code) {
  switch (code) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      break;
  }
  const bool is_forbidden = (code < 0x20 && code != '\t' && code != '\n') || code == 0xFFFE || code == 0xFFFF;
  return is_forbidden ? k_replacement : std::string_view();
}

}  // namespace

std::string xml_text(std::string_view text) {
  return mapped(text, xml_escape);
}

std::string csv_text(std::string_view text) {
  std::string cell(text);
  if (!cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos) {
    cell.insert(cell.begin(), '\'');
  }
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string shortened(std::string_view text, std::size_t most) {
  std::size_t kept = 0;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    if (count == most) return std::string(text.substr(0, kept)) + "\xE2\x80\xA6";
    at += character_at(text, at).bytes;
    if (count + 1 < most) kept = at;
  }
  return std::string(text);
}

}  // namespace percuta
