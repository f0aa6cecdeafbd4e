#pragma once

#include <string>
#include <vector>

#include "percuta/base/schema.hpp"

/// Parameters in words: for the terminal and for the reference page.
namespace percuta {

/// A card of one parameter: path, meaning, type, unit, range, value used, interval, source, kind, note. Ends with a
/// newline.
std::string explain(const ParameterRow& row);

/// A Markdown page with one table of all rows.
std::string reference_markdown(const std::vector<ParameterRow>& rows, const std::string& title);

}  // namespace percuta
