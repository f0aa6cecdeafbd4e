#pragma once

#include <vector>

#include "numerics/closed_forms/closed_forms.hpp"

namespace percuta::tests {

/// Upright needles down to a quarter of a cell and less, alone and in pairs, where the field around is known; held at
/// what it should be far away, so that only the needle and the grid err.
std::vector<ClosedForm> needle_forms();

}  // namespace percuta::tests
