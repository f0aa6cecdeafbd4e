#pragma once

#include <string>
#include <vector>

#include "percuta/base/units.hpp"
#include "percuta/run/record.hpp"

namespace percuta::run {

/// What a designer or operator should hear of the needles, in sentences with their intervals, first session first:
/// whether they break before they pierce, how many strikes pierce, what the hand's force must be for the dermis. Needs
/// the results. Empty where nothing lands in the window.
std::vector<std::string> findings_of(const Record& record, const study::Model& model, const Units& units);

}  // namespace percuta::run
