#pragma once

#include "percuta/numerics/operators/transmissibility.hpp"

namespace percuta::numerics {

/// An upright round needle, its surface held at a value.
struct UprightNeedle {
  double x = 0, y = 0;      ///< its axis [m]
  double radius = 0;        ///< [m]
  double from = 0, to = 0;  ///< depths of its ends, cut square [m]
  double value = 0;
  int label = 0;
};

/// Holds a needle of any width up to 4 cells across, also one much thinner than a cell, wherever its axis lies: by
/// exchanges with the columns about it, such that they follow the logarithm which the needle makes. Within 0.2 % where
/// layers are even about it; next to its ends a cell blurs them. The conductivity is that along x and y. Other bodies,
/// and wider needles: hold_body. InputError, and the matrix as it was, when it is wider, has no place, radius or
/// length within the grid, or when a column that it needs, up to two cells off its surface, is beyond a closed side,
/// held or cut.
void hold_needle(const Grid& grid, const Medium& medium, const UprightNeedle& needle, Transmissibilities& matrix);

}  // namespace percuta::numerics
