#pragma once

#include <vector>

#include "percuta/numerics/geometry/polygon.hpp"

namespace percuta::numerics {

/// Index of dispersion of the counts in parallel strips of width `width` [m] that run along `heading` [rad] over the
/// window, corrected for the strips' areas as quadrats are; strips with less than a quarter of the widest one's area
/// are left out. 1 = chance, above 1 = tracks along the heading. 0 without points or with fewer than two strips.
double strip_dispersion(const std::vector<Point>& points, const Polygon& window, double width, double heading);

/// The heading along which points stand most in tracks.
struct Tracks {
  double heading = 0;     ///< in [0, pi) [rad]
  double dispersion = 0;  ///< of strips along it [1]
};

/// Tries `headings` evenly spaced ones, the first of equals. The best of many is above 1 by chance too: compare with
/// simulated randomness.
Tracks find_tracks(const std::vector<Point>& points, const Polygon& window, double width, int headings = 18);

}  // namespace percuta::numerics
