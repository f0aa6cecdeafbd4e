#pragma once

#include <string>
#include <string_view>

/// What may be written as a unit, before UDUNITS sees it. UDUNITS also reads scales ("5 mm"), shifts ("K @ 273"), dates
/// and logarithms as units; Percuta does not.
namespace percuta {

/// Without outer blanks; a leading "/" (of "205/cm2") becomes "1/".
std::string normalised_unit(std::string_view unit);

/// Whether `unit` is made of names, powers, products and quotients only. Digits stand in exponents and in a leading
/// "1".
bool is_plain_unit(std::string_view unit);

}  // namespace percuta
