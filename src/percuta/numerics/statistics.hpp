#pragma once

#include <vector>

#include "percuta/numerics/polygon.hpp"

/// How points lie in the plane.
namespace percuta::numerics {

/// Mean distance from the points inside `window` to their nearest neighbour anywhere [m]; neighbours beyond the window
/// count, so its edge does not bias the mean. 0 with fewer than two points or none inside.
double mean_nearest_neighbour(const std::vector<Point>& points, const Polygon& window);

/// Index of dispersion of the counts in square quadrats of width `side` [m] laid over the window's bounding box:
///   I = sum_i (n_i - lambda a_i)^2 / (lambda a_i) / (Q - 1)
/// over the Q quadrats with at least a quarter of their area inside (a_i: that part; lambda: points per area in them).
/// 1 = a Poisson field, 0 = perfectly even. 0 without points or with fewer than two quadrats.
double quadrat_dispersion(const std::vector<Point>& points, const Polygon& window, double side);

}  // namespace percuta::numerics
