#pragma once

#include <vector>

#include "numerics/closed_forms/closed_forms.hpp"

namespace percuta::tests {

/// Electrodes in a field that reaches to infinity: the far field is held at the closed form itself, so that only the
/// grid errs. Surfaces are staircases unless a row says other; cut faces have rows of their own.
std::vector<ClosedForm> electrode_forms();

}  // namespace percuta::tests
