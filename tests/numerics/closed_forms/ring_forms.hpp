#pragma once

#include <vector>

#include "numerics/closed_forms/closed_forms.hpp"

namespace percuta::tests {

/// What rings around channels must reproduce.
std::vector<ClosedForm> ring_forms();

}  // namespace percuta::tests
