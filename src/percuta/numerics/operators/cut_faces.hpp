#pragma once

#include "percuta/numerics/operators/body_shape.hpp"
#include "percuta/numerics/operators/transmissibility.hpp"

/// Bodies whose surface crosses cells: conductances that follow the true surface in place of a staircase. Symmetric and
/// never negative. A body near a side that wraps must be there on its far side too.
namespace percuta::numerics {

/// Lets nothing through a body: faces, capacities and sinks by their open share (Ng2009). Cells of which nothing is
/// open are cut. Before exchanges are added. Bodies far from each other are dealt with fastest one by one.
void insulate(const Grid& grid, const BodyShape& body, Transmissibilities& matrix);

/// A body whose surface is held at a value, as that of an electrode is.
struct HeldBody {
  BodyShape shape;
  double value = 0;
  int label = 0;
  BodyShape insulation;  ///< what `insulate` was called with, where it meets this body; or empty
};

/// Cells whose middle lies in the body, or within 1e-9 of a cell of it, are held. The faces between them and the others
/// conduct over the distance to the surface along the grid (Gibou2002): second order. Cells keep their whole capacity.
/// `medium` is that in which the body lies. InputError where the body is so thin that it may slip between the middles
/// of cells (body_width.hpp).
void hold_body(const Grid& grid, const Medium& medium, const HeldBody& body, Transmissibilities& matrix);

/// Two media that meet at the surface of a body, for what flows in `around`. Where the body conducts less the faces
/// conduct by their open share, as along a wall; where it conducts more, in series along the line from middle to
/// middle, as into an electrode: the limits are `insulate` and `hold_body`. Capacities and sinks by share of volume,
/// resistances those of `around`. InputError when only one of the media has capacities or sinks.
Transmissibilities joined_media(const Grid& grid, const Medium& around, const Medium& within, const BodyShape& body);

}  // namespace percuta::numerics
