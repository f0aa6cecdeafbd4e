#pragma once

#include <vector>

#include "percuta/numerics/geometry/polygon.hpp"
#include "percuta/numerics/statistics/radius_bins.hpp"

namespace percuta::numerics {

/// Distance from each point to its nearest neighbour, in the points' order [m]; infinite for a point alone.
std::vector<double> nearest_neighbours(const std::vector<Point>& points);

/// Mean distance from the points inside `window` to their nearest neighbour anywhere [m]; neighbours beyond the window
/// count, so its edge does not bias the mean. 0 with fewer than two points or none inside.
double mean_nearest_neighbour(const std::vector<Point>& points, const Polygon& window);

/// The same where the caller knows who is inside: one flag a point.
double mean_nearest_neighbour(const std::vector<Point>& points, const std::vector<bool>& is_inside);

/// Share of the points whose nearest neighbour stands within r, G(r), of the points inside the window alone [1].
/// Poisson field: 1 - exp(-density pi r^2).
struct NearestNeighbourCurve {
  std::vector<double> r;  ///< [m]
  std::vector<double> raw;
  std::vector<double> border;        ///< of the points farther from the boundary than the radius before; NaN where none
  std::vector<double> kaplan_meier;  ///< neighbours cut off by the boundary taken as censored, step by step
};

/// Source: BaddeleyGill1997, as spatstat's Gest: distances are sorted into the steps between the radii.
NearestNeighbourCurve nearest_neighbour_curve(const std::vector<Point>& points, const Polygon& window,
                                              const Radii& radii);

}  // namespace percuta::numerics
