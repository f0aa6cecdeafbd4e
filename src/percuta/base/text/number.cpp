#include "percuta/base/text/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>

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

constexpr int k_digits = 6;
constexpr double k_least_steps = 1e5;  // of the last of six digits
constexpr int k_most_decimals = 9;
constexpr double k_most_steps = 1e11;      // within a thousandth of what they are
constexpr double k_tie = 0.5 - 1.0 / 256;  // so far off a whole step, its neighbour may be as near

/// Writes a number as whole steps of its last decimal. False, and nothing written, where rounding could take the wrong
/// one of two steps.
bool append_steps(std::string& text, double value, int decimals) {
  if (decimals < 1 || decimals > k_most_decimals) return false;
  std::uint64_t one = 1;
  for (int i = 0; i < decimals; ++i) one *= 10;
  const double scaled = std::abs(value) * static_cast<double>(one);
  if (!(scaled < k_most_steps)) return false;
  const auto steps = static_cast<std::uint64_t>(scaled + 0.5);
  if (std::abs(scaled - static_cast<double>(steps)) > k_tie) return false;
  std::array<char, 24> digits;
  const auto put = [&](std::uint64_t number) {
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    return static_cast<std::size_t>(end - digits.data());
  };
  if (value < 0 && steps > 0) text += '-';
  text.append(digits.data(), put(steps / one));
  text += '.';
  const std::size_t written = put(steps % one);
  text.append(static_cast<std::size_t>(decimals) - written, '0');
  text.append(digits.data(), written);
  return true;
}

/// 10^n, without an error up to n = 22.
double exact_power(int n) {
  double power = 1;
  for (int i = 0; i < n; ++i) power *= 10;
  return power;
}

/// `value` rounded to 6 significant digits, by one multiplication and one division that cannot err; nullopt where that
/// could take the wrong one of two steps.
std::optional<double> quickly_rounded(double value) {
  const double size = std::abs(value);
  if (!(size >= 1e-9 && size < 1e15)) return std::nullopt;
  const int shift = k_digits - 1 - static_cast<int>(std::floor(std::log10(size)));
  const double power = exact_power(std::abs(shift));
  const double scaled = shift >= 0 ? size * power : size / power;
  const double steps = std::floor(scaled + 0.5);
  const bool is_six_digits = scaled >= k_least_steps && steps < 10 * k_least_steps;
  if (!is_six_digits || std::abs(scaled - steps) > k_tie) return std::nullopt;
  return std::copysign(shift >= 0 ? steps / power : steps * power, value);
}

}  // namespace

double rounded(double value) {
  if (!std::isfinite(value)) return value;
  if (const std::optional<double> quick = quickly_rounded(value)) return *quick;
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
  std::string text;
  append_fixed(text, value, decimals);
  return text;
}

void append_fixed(std::string& text, double value, int decimals) {
  if (append_steps(text, value, decimals)) return;
  std::string exact = fmt::format("{:.{}f}", value, decimals);
  const bool is_zero = exact.find_first_of("123456789in") == std::string::npos;
  text += is_zero && exact.front() == '-' ? exact.substr(1) : exact;
}

}  // namespace percuta
