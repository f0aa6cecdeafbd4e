#pragma once

#include "percuta/numerics/layout.hpp"

namespace percuta::numerics {

/// Cells whose small dense systems are solved together, one a lane.
constexpr Index k_cells_at_once = 32;

/// Solves A x = b in n <= k_cells_at_once cells, by elimination without a change of rows: A is near one. Value (row,
/// column) of cell i stands at a[(row fields + column) k_cells_at_once + i], b likewise; b becomes x, A is lost. False
/// when a pivot vanishes: the step was too long.
bool solve_cells(Index fields, Index n, double* a, double* b);

}  // namespace percuta::numerics
