#pragma once

#include <string>

#include "percuta/run/run.hpp"
#include "percuta/validation/case.hpp"

/// What a comparison reads off a variant's table, and whether it can.
namespace percuta::validation {

/// Whether the case tells the quantity.
bool is_given(const Quantity& quantity);

/// Of one of the comparison's quantities, at `moment` where that is given.
run::Reading reading_of(const Comparison& comparison, const std::string& quantity, const Quantity& moment,
                        const run::ResultTable& table, const Units& units);

/// Whether a comparison reads the variant of that name, or the first one, which it means where it names none.
bool reads(const Comparison& comparison, const std::string& variant, bool is_first);

/// Reads nothing off `table`, which may have no members: throws InputError, with the line of case.toml, for what cannot
/// be read off this variant of the case.
void check_readings(const Case& read, const std::string& variant, const run::ResultTable& table, const Units& units);

}  // namespace percuta::validation
