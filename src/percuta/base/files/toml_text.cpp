#include "percuta/base/files/toml_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "percuta/base/text/quantity_text.hpp"

namespace percuta {

std::string toml_string(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    const auto code = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      result += '\\';
      result += c;
    } else if (c == '\n') {
      result += "\\n";
    } else if (code < 0x20 || code == 0x7F) {
      result += fmt::format("\\u{:04X}", static_cast<unsigned>(code));
    } else {
      result += c;
    }
  }
  return result + '"';
}

std::string toml_list(const std::vector<std::string>& items) {
  return fmt::format("[{}]", fmt::join(items, ", "));
}

bool is_unset(const Spec&, const Quantity& member) {
  return member.source.empty();
}

bool is_unset(const Spec& spec, std::int64_t member) {
  const auto value = static_cast<double>(member);
  return has_bounds(spec) && (value < spec.min || value > spec.max);
}

bool is_unset(const Spec& spec, const std::string& member) {
  if (spec.choices.empty()) return member.empty();
  return std::find(spec.choices.begin(), spec.choices.end(), member) == spec.choices.end();
}

}  // namespace percuta
