#pragma once

#include <optional>
#include <vector>

#include "percuta/numerics/operators/body_shape.hpp"
#include "percuta/numerics/operators/transmissibility.hpp"

/// How bodies lie in the faces and cells of a grid.
namespace percuta::numerics {

/// The face of a cell toward -x, -y or -z.
struct CellFace {
  Axis axis = Axis::x;
  Index i = 0, j = 0, k = 0;
};

/// A rectangle by a corner and its sides.
struct Rectangle {
  SkinPlace corner, u, v;
  SkinPlace at(double along_u, double along_v) const {
    return {corner.x + along_u * u.x + along_v * v.x, corner.y + along_u * u.y + along_v * v.y,
            corner.z + along_u * u.z + along_v * v.z};
  }
};

Rectangle rectangle_of(const Grid& grid, CellFace face);
SkinPlace middle_of(const Grid& grid, Index i, Index j, Index k);

/// A face that has a cell on either side.
struct Crossing {
  CellFace face;
  Index i, j, k;                       ///< of the cell before; of the one after: face.i, j, k
  SkinPlace before, after;             ///< middles; across a side that wraps `before` stands outside of the grid
  double height_before, height_after;  ///< of the cells, across the face [m]
  double area;                         ///< [m2]
};

/// None on a closed side.
std::optional<Crossing> crossing(const Grid& grid, CellFace face);

/// A cell by its numbers.
struct CellPlace {
  Index i = 0, j = 0, k = 0;
};

/// Cells that a body's surface may touch or come within `margin` [m] of, and those that lie wholly in it, deeper than
/// that. Blocks of cells that it does not reach are passed over whole.
struct CellsAtBody {
  std::vector<CellPlace> near, within;
};
CellsAtBody cells_at(const Grid& grid, const BodyShape& body, double margin);

/// What share of a face, and of a cell's volume, a body leaves open; surfaces count as flat within 1/4 of a cell. Less
/// than 1e-3 of a face is none.
double open_share(const Grid& grid, const BodyShape& body, CellFace face);
double open_share_of_cell(const Grid& grid, const BodyShape& body, Index i, Index j, Index k);
/// Share of the way from a place outside the body to one inside at which its surface is met.
double way_to_surface(const BodyShape& body, SkinPlace out, SkinPlace in);

}  // namespace percuta::numerics
