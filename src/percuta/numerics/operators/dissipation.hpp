#pragma once

#include <set>

#include "percuta/numerics/operators/transmissibility.hpp"

namespace percuta::numerics {

/// What a flow down the differences of u turns into heat in each cell: half of conductance x difference^2 of its faces
/// [conductance unit^2], never negative, and in all just what enters times the u that it enters at. Held cells take the
/// other half at their faces; of the labels in `give_all` they take none, as metal that conducts but does not warm.
Field dissipation(const Transmissibilities& matrix, Field& u, const std::set<int>& give_all = {});

}  // namespace percuta::numerics
