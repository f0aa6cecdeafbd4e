#pragma once

#include <vector>

#include "percuta/numerics/geometry/polygon.hpp"
#include "percuta/numerics/statistics/edge_correction.hpp"
#include "percuta/numerics/statistics/radius_bins.hpp"

namespace percuta::numerics {

/// The pair correlation at the radii r, by edge rule; empty where the rule was not asked for [1].
struct PairCorrelation {
  std::vector<double> r;  ///< [m]
  std::vector<double> isotropic, translation;
  double half_width = 0;  ///< of the kernel [m]
};

struct PairCorrelationOptions {
  Radii radii;
  EdgeRules rules;        ///< there is no border rule
  double half_width = 0;  ///< 0 = Stoyan's rule [m]
  int threads = 1;        ///< 0 = all; no number of them changes a byte
};

/// Density of points at distance r from a point, over their mean density:
///   g(r) = area / (n (n - 1)) sum over ordered pairs of w_ij k(r - d_ij) / (2 pi r),  k(u) = 3/4 (1 - u^2/h^2) / h
/// The sum is exact: each kernel is a parabola, so the pairs between two of its ends need only be counted with their
/// first and second moments. 1 in a Poisson field; not a number at r = 0. Source: Stoyan1994, Baddeley2015.
PairCorrelation pair_correlation(const std::vector<Point>& points, const Polygon& window,
                                 const PairCorrelationOptions& options);

/// Half-width of the kernel by Stoyan's rule: 0.15 / sqrt(points per area) [m].
double stoyan_half_width(std::size_t n, double area);

}  // namespace percuta::numerics
