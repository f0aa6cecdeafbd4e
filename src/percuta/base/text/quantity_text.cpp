#include "percuta/base/text/quantity_text.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace percuta {
namespace {

constexpr int k_all_digits = std::numeric_limits<double>::max_digits10;

double number_in(const std::string& text) {
  return split_quantity(text).value_or(ParsedQuantity{}).number;
}

/// Decimal text of a number in `unit` that converts to exactly `si`; "" when there is none.
std::string exact_number(double si, std::string_view unit, const Units& units) {
  const auto reads_back = [&](const std::string& text) {
    return units.to_si(split_quantity(text)->number, unit) == si;
  };
  const double number = units.from_si(si, unit);
  for (int digits = 1; digits <= k_all_digits; ++digits) {
    const std::string text = number_text(number_in(rounded_text(number, digits)));
    if (reads_back(text)) return text;
  }
  for (const double side : {-HUGE_VAL, HUGE_VAL}) {
    double near = number;
    for (int steps = 0; steps < 4; ++steps) {
      near = std::nextafter(near, side);
      if (reads_back(number_text(near))) return number_text(near);
    }
  }
  return "";
}

}  // namespace

std::string number_text(double number) {
  return fmt::format("{}", number == 0 ? 0.0 : number);
}

std::string rounded_text(double number, int digits) {
  return fmt::format("{:.{}g}", number == 0 ? 0.0 : number, digits);
}

ExactText exact_text(const Quantity& quantity, std::string_view unit, const Units& units) {
  ExactText text{exact_number(quantity.value, unit, units), exact_number(quantity.low, unit, units),
                 exact_number(quantity.high, unit, units), std::string(unit)};
  if (text.value.empty() || text.low.empty() || text.high.empty()) {
    text = {number_text(quantity.value), number_text(quantity.low), number_text(quantity.high), units.si_unit(unit)};
  }
  return text;
}

bool has_bounds(const Spec& spec) {
  return spec.min != 0 || spec.max != 0;
}

std::string range_text(const Spec& spec) {
  if (!spec.choices.empty()) return fmt::format("{}", fmt::join(spec.choices, ", "));
  if (!has_bounds(spec)) return "";
  if (spec.min == spec.max) return with_unit(rounded_text(spec.min), spec.unit);
  return with_unit(fmt::format("{} to {}", rounded_text(spec.min), rounded_text(spec.max)), spec.unit);
}

std::string example_text(const Spec& spec) {
  double number = 1;
  if (has_bounds(spec) && (number < spec.min || number > spec.max)) number = spec.min > 0 ? spec.min : spec.max;
  return with_unit(rounded_text(number), spec.unit);
}

std::string with_unit(const std::string& number, std::string_view unit) {
  return unit == "1" || unit.empty() ? number : fmt::format("{} {}", number, unit);
}

}  // namespace percuta
