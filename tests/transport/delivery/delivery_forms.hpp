#pragma once

#include <vector>

#include "numerics/closed_forms/closed_forms.hpp"

namespace percuta::tests {

/// What a product on skin must reproduce where the answer is known.
std::vector<ClosedForm> delivery_forms();

}  // namespace percuta::tests
