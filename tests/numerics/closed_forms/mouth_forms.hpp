#pragma once

#include <vector>

#include "numerics/closed_forms/closed_forms.hpp"
#include "percuta/numerics/operators/channel_mouth.hpp"

namespace percuta::tests {

/// A mouth off the grid's lines by a share of its own radius, on cells of a given width [m].
struct MouthCase {
  double radius = 35e-6, off_x = 0, off_y = 0, cell = 20e-6;
};

/// Flow from a disc held at 1 into a half space, over 4 D a; by share of area alone, or with the mouth's own field.
double disc_flow(const MouthCase& mouth, bool is_corrected);

/// A channel through a barrier of 15 um that lets nothing else through, in a closed box over a sink: uptake over
/// 4 D a. `within` is how much better the channel conducts than the tissue.
double channel_uptake(const MouthCase& mouth, double within, bool is_corrected);

std::vector<ClosedForm> mouth_forms();

}  // namespace percuta::tests
