#pragma once

#include "percuta/numerics/statistics/envelope.hpp"
#include "percuta/numerics/statistics/quadrats.hpp"
#include "percuta/numerics/statistics/ripley.hpp"

/// How points lie in a window: evenly, in clumps, in tracks; by chance or not.
/// Begin with  QuadratCounts, how counts vary; RipleyK, neighbours by distance; Envelope, either against chance
/// Beside      NearestNeighbourCurve, largest_gaps, find_tracks, pair_correlation; edges by border, arc or translation
/// Example     four points, one in each quarter of a window, are perfectly even, and no pair is within half its side
///
///     const Polygon window = {{0, 0}, {2e-3, 0}, {2e-3, 2e-3}, {0, 2e-3}};
///     const std::vector<Point> points = {{0.5e-3, 0.5e-3}, {1.5e-3, 0.5e-3}, {0.5e-3, 1.5e-3}, {1.5e-3, 1.5e-3}};
///     const double evenness = count_quadrats(points, window, 1e-3).evenness();  // 1
///     const RipleyK k = ripley_k(points, window, {.radii = {.most = 0.9e-3, .n = 9}, .rules = {}});
///     const double within = k.translation.back();  // 0: nobody stands within 0.9 mm of another
///     const Statistic statistic = [&](const std::vector<Point>& some) {
///       return std::vector{count_quadrats(some, window, 1e-3).dispersion};
///     };
///     const Envelope chance = envelope(points, window, statistic, {.simulations = 39});  // observed 0, centre near 1
namespace percuta::numerics {}
