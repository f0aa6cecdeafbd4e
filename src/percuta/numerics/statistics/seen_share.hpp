#pragma once

#include <vector>

#include "percuta/numerics/geometry/polygon.hpp"
#include "percuta/numerics/statistics/radius_bins.hpp"

namespace percuta::numerics {

/// Of a random point's neighbours within r, the share that the window lets see, at every radius [1]:
///   S(r) = 2 / (r^2 A) int_0^r s c(s) ds,   c(s): area that the window shares with itself shifted by s, over all
/// headings. K of points at random without edge correction is S(r) pi r^2. Source: Ohser1983. Throws InputError unless
/// the window has an area and the radii are as for RadiusBins.
std::vector<double> seen_share(const Polygon& window, const Radii& radii);

}  // namespace percuta::numerics
