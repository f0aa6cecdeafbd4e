#pragma once

#include <vector>

#include "percuta/numerics/operators/channel_cover.hpp"
#include "percuta/numerics/operators/transmissibility.hpp"

/// Round mouths through which channels open into tissue. Flow crowds at a mouth's edge and spreads beneath it within a
/// radius, which a channel of 3 or 4 cells does not resolve. The conductances of the faces that a mouth covers are
/// therefore those of the field of a disc held at a value on a half space, which is known (CarslawJaeger1959): its flow
/// through the covered part of the face over its drop from the mouth to the middle of the cell behind. No constant is
/// fitted, and with finer cells they become the plain ones.
namespace percuta::numerics {

struct ChannelMouth {
  double x = 0, y = 0, radius = 0;  ///< [m]
};

/// Conductance, over the conductivity behind, from the part of a mouth that lies in a patch to a place `depth` behind
/// the patch's middle [m]; 0 where none of it does.
double mouth_conductance(const ChannelMouth& mouth, const PlanePatch& patch, double depth);

/// Where mouths lie: between the cells face - 1 and face in depth.
struct MouthFace {
  Index face = 0;
  bool opens_down = true;  ///< the channel lies above and opens into what is below; else the other way about
  double around = 0;       ///< conductivity, along z, of what the channels pierce
};

/// Sets the faces that mouths cover. Channel cells hold, as `add_channel` shares them, conductivity within x share +
/// around x (1 - share); beside the mouth `around` conducts as before. Sides that wrap are wrapped. InputError when the
/// face is not within the grid or a radius is not positive.
void open_mouths(const Grid& grid, const Medium& medium, const MouthFace& at, const std::vector<ChannelMouth>& mouths,
                 Transmissibilities& matrix);

/// A mouth in the very top of the grid, when what is above has no cells: exchanges with `film.outside` through a film
/// of the coefficient `film.conductance` per area; an infinite one holds the mouth.
void add_top_mouth(const Grid& grid, const Medium& medium, const ChannelMouth& mouth, const Exchange& film,
                   Transmissibilities& matrix);

}  // namespace percuta::numerics
