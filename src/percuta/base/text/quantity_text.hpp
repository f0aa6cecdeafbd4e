#pragma once

#include <string>

#include "percuta/base/parameters.hpp"
#include "percuta/base/units.hpp"

/// Numbers as text, the same bytes in every locale.
namespace percuta {

/// The shortest text that reads back to the same number: "1.5", "1e-06".
std::string number_text(double number);

/// At most `digits` significant digits, for messages and tables.
std::string rounded_text(double number, int digits = 6);

/// SI numbers written in one unit so that reading them back gives the same bits. `unit` is the wanted one, or the SI
/// unit where no decimal number in the wanted one leads back exactly.
struct ExactText {
  std::string value, low, high;
  std::string unit;
};
ExactText exact_text(const Quantity& quantity, std::string_view unit, const Units& units);

/// Whether the declaration has bounds at all.
bool has_bounds(const Spec& spec);

/// "0.05 to 5 mm", "1 to 6", the choices, or "" when anything goes.
std::string range_text(const Spec& spec);

/// A quantity such as "1 mm" that the declaration allows, for hints.
std::string example_text(const Spec& spec);

/// number and unit with a blank, the unit "1" left out.
std::string with_unit(const std::string& number, std::string_view unit);

}  // namespace percuta
