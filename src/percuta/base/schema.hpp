#pragma once

#include <string>
#include <vector>

#include "percuta/base/reader.hpp"

/// What can be said of parameters without a file: JSON Schema, explanations, the reference page, the resolved study.
namespace percuta {

/// One parameter, flattened: "technique.force".
struct ParameterRow {
  std::string path;
  std::string meaning;
  std::string
      type;  ///< "quantity", "list of quantities", "count", "word", "words", "flag", "points", "table", "tables"
  std::string unit;       ///< "" for words, flags, counts
  std::string range;      ///< "0.05 to 5 mm", or the choices
  std::string given;      ///< current value with unit, as TOML text ("1.5 mm")
  std::string low, high;  ///< with unit, "" when certain or not a quantity
  std::string source, kind, note;
  bool is_optional = false;
};

/// Every parameter that `describe` lists, in order, with the members' current values.
std::vector<ParameterRow> list_parameters(const Describe& describe, const Units& units);

/// JSON Schema draft-04 of the described table (title, descriptions with units and bounds, patterns for quantities,
/// additionalProperties false), as text. Taplo and Even Better TOML read it.
std::string json_schema(const Describe& describe, const std::string& title);

/// The described struct as TOML: every value used, each with a comment naming interval, source and kind. Reads back to
/// the same struct. Quantities that are not certain are written as inline tables.
std::string to_toml(const Describe& describe, const Units& units);

}  // namespace percuta
