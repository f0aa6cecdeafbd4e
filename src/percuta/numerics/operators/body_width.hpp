#pragma once

#include <array>
#include <vector>

#include "percuta/numerics/operators/face_share.hpp"

namespace percuta::numerics {

/// Where, from a cell, a body is widest, in cells of that size along x, y and z, up to 2; all 0 where it is not near.
/// The way there leads inward, so the tip of a needle is as wide as its shaft.
std::array<double, 3> cells_across(const Grid& grid, const BodyShape& body, const CellPlace& cell);

/// InputError when somewhere a body may slip between the middles of cells: where it is less than a cell thick, or less
/// than 1.5 along two axes.
void must_be_resolved(const Grid& grid, const BodyShape& body, const std::vector<CellPlace>& near);

}  // namespace percuta::numerics
