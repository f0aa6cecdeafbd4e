#pragma once

#include <vector>

#include "numerics/closed_forms/closed_forms.hpp"

namespace percuta::tests {

/// What spreads from planes, lines and points, at once or all the time.
std::vector<ClosedForm> source_forms();

}  // namespace percuta::tests
