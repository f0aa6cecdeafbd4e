#pragma once

#include <string>

/// Pieces of JSON for texts that are put together without the JSON library.
namespace percuta {

/// 6 significant digits in their shortest form; "null" when not finite.
std::string json_number_text(double value);

/// The same JSON fit to stand in a script element of a page: `<` stands only inside JSON strings, so its escape means
/// the same and ends no element.
std::string script_safe(const std::string& json);

}  // namespace percuta
