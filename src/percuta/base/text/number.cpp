#include "percuta/base/text/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace percuta {

namespace {

double parsed(const std::string& text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// "1.50" becomes "1.5", "2.000" becomes "2".
std::string without_trailing_zeros(std::string text) {
  if (text.find('.') == std::string::npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

}  // namespace

double rounded(double value) {
  if (!std::isfinite(value)) return value;
  const double result = parsed(fmt::format("{:.5e}", value));
  return result == 0 ? 0 : result;
}

std::string six_digit_text(double value) {
  return fmt::format("{:.6g}", value == 0 ? 0 : value);
}

std::string short_text(double value) {
  if (!std::isfinite(value)) return fmt::format("{}", value);
  const double result = parsed(fmt::format("{:.2e}", value));
  if (result == 0) return "0";
  const int exponent = static_cast<int>(std::floor(std::log10(std::abs(result))));
  if (exponent < -4 || exponent > 5) return fmt::format("{:.3g}", result);
  return without_trailing_zeros(fmt::format("{:.{}f}", result, std::max(0, 2 - exponent)));
}

std::string fixed_text(double value, int decimals) {
  std::string text = fmt::format("{:.{}f}", value, decimals);
  const bool is_zero = text.find_first_of("123456789in") == std::string::npos;
  return is_zero && text.front() == '-' ? text.substr(1) : text;
}

}  // namespace percuta
