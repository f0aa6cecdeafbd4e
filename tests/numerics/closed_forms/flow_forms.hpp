#pragma once

#include <vector>

#include "numerics/closed_forms/closed_forms.hpp"

namespace percuta::tests {

/// What is carried by a flow, and what depends on itself.
std::vector<ClosedForm> flow_forms();

}  // namespace percuta::tests
