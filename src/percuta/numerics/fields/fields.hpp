#pragma once

#include "percuta/numerics/fields/combination.hpp"
#include "percuta/numerics/fields/field.hpp"
#include "percuta/numerics/fields/grid.hpp"
#include "percuta/numerics/fields/launch.hpp"

/// Where the values of a field stand: cells in space and in memory, and how threads walk over them.
/// Begin with  Grid, where cells are; Field, one value a cell; SlabRange, what one thread works on
/// Beside      graded_axis (layers of skin), combine (sums of fields), transferred (to another grid)
/// Example     the depth of 2 x 2 x 1 mm of skin, summed over its volume: 4 mm2 times 1 mm2 / 2
///
///     const Grid grid({.nx = 8, .ny = 8, .nz = 0}, 0.25e-3, 0.25e-3, even_edges(10, 1e-3));
///     Field depth("depth", "m", grid.layout());
///     depth.fill(grid, [](double, double, double z) { return z; });
///     const double integral = depth.integral(grid);  // 2e-12 m4
///     const std::vector<SlabRange> ranges = slab_ranges(grid.layout(), 2);
///     const double deepest = total(ranges, depth) / 64 / 10;  // 0.5e-3 m: the mean of all cells
namespace percuta::numerics {}
