#include "percuta/base/text/unit_text.hpp"

#include <charconv>
#include <cmath>
#include <limits>

#include "percuta/base/units.hpp"

namespace percuta {
namespace {

constexpr std::size_t k_longest_unit = 64;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '%' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

/// Whether `c` may follow `before` (0 at the start) and precede `after` (0 at the end).
bool may_stand(char before, char c, char after) {
  if (is_letter(c)) return !is_digit(before) && before != '-';
  if (is_digit(c)) return is_letter(before) || is_digit(before) || before == '^' || before == '-';
  switch (c) {
    case '-':
      return (is_letter(before) || before == '^') && is_digit(after);
    case '(':
      return !is_letter(before) && !is_digit(before);
    case '.':
    case '/':
    case '*':
    case '^':
      return before != 0 && after != 0;
    case ')':
    case ' ':
      return true;
    default:
      return false;
  }
}

}  // namespace

std::string normalised_unit(std::string_view unit) {
  const std::string_view text = trimmed(unit);
  std::string result(text.starts_with('/') ? "1" : "");
  return result.append(text);
}

bool is_plain_unit(std::string_view unit) {
  if (unit.empty() || unit.size() > k_longest_unit) return false;
  if (unit == "1") return true;
  int open = 0;
  const bool is_reciprocal = unit.starts_with("1/") || unit.starts_with("1 /");
  for (std::size_t i = is_reciprocal ? unit.find('/') + 1 : 0; i < unit.size(); ++i) {
    const char before = i > 0 ? unit[i - 1] : '\0';
    const char after = i + 1 < unit.size() ? unit[i + 1] : '\0';
    if (!may_stand(before, unit[i], after)) return false;
    open += unit[i] == '(' ? 1 : 0;
    open -= unit[i] == ')' ? 1 : 0;
    if (open < 0) return false;
  }
  return open == 0;
}

std::optional<ParsedQuantity> split_quantity(std::string_view text) {
  std::string_view rest = trimmed(text);
  if (rest.starts_with('+') && !rest.starts_with("+-")) rest.remove_prefix(1);
  ParsedQuantity result;
  const auto [end, status] = std::from_chars(rest.data(), rest.data() + rest.size(), result.number);
  if (status == std::errc::invalid_argument) return std::nullopt;
  const std::string_view written = rest.substr(0, static_cast<std::size_t>(end - rest.data()));
  rest.remove_prefix(written.size());
  if (status == std::errc::result_out_of_range) {
    const bool is_tiny = written.find("e-") != std::string_view::npos || written.find("E-") != std::string_view::npos;
    const double size = is_tiny ? 0.0 : std::numeric_limits<double>::infinity();
    result.number = written.starts_with('-') ? -size : size;
  }
  if (!std::isfinite(result.number) && !rest.empty() && is_letter(rest.front())) return std::nullopt;
  result.unit = std::string(trimmed(rest));
  return result;
}

}  // namespace percuta
