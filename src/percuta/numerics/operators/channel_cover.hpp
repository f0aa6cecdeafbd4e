#pragma once

#include <functional>

#include "percuta/numerics/fields/field.hpp"

namespace percuta::numerics {

/// A round channel straight into the depth.
struct RoundChannel {
  double x = 0, y = 0;                   ///< of its axis [m]
  double depth = 0;                      ///< [m]
  std::function<double(double)> radius;  ///< at a depth z [m]
};

/// Area that a disc and a rectangle share, exact [m2].
double shared_area(double x, double y, double radius, double x_low, double x_high, double y_low, double y_high);

/// A rectangle in the skin's plane [m].
struct PlanePatch {
  double x_low = 0, x_high = 0, y_low = 0, y_high = 0;
};
/// Calls body(i, j, patch) for all columns that a disc may cover. Those across a side that wraps have their own numbers
/// and the patch where the disc is.
void for_each_patch(const Grid& grid, double x, double y, double radius,
                    const std::function<void(Index, Index, const PlanePatch&)>& body);

/// Adds a channel to the share of each cell that channels cover: in the plane exact at the depth of the cell's middle,
/// in depth by the part of the cell above the channel's end. Where channels meet, 1 - (1 - a)(1 - b). Sides that wrap
/// are wrapped.
void add_channel(const Grid& grid, const RoundChannel& channel, Field& cover);

}  // namespace percuta::numerics
