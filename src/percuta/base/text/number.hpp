#pragma once

#include <string>

/// Numbers as text: the same bytes whatever the locale, "-0" never.
namespace percuta {

inline constexpr double k_mm_per_m = 1000;
inline constexpr double k_cm2_per_m2 = 10000;

/// `value` rounded to 6 significant digits; -0 becomes 0.
double rounded(double value);

/// Shortest text of `value` rounded to 6 significant digits: "0.81", "205", "1e-07".
std::string six_digit_text(double value);

/// For people: 3 significant digits, no exponent between 0.0001 and a million: "0.812", "2350".
std::string short_text(double value);

/// Always `decimals` digits after the point: "12.30000".
std::string fixed_text(double value, int decimals);
/// Adds the same to a text, for tables of very many.
void append_fixed(std::string& text, double value, int decimals);

}  // namespace percuta
