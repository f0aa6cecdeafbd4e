#pragma once

#include "percuta/numerics/fields/field.hpp"

namespace percuta::numerics {

/// Carries a density over to another grid of the same extent, what it holds unchanged: each new cell gets the mean over
/// what it covers. `from_weight` and `to_weight` (capacities; both or neither) make the weighted content the one that
/// is kept. InputError when the extents differ.
Field transferred(const Grid& from_grid, const Field& from, const Grid& to_grid, const Field* from_weight = nullptr,
                  const Field* to_weight = nullptr);

}  // namespace percuta::numerics
