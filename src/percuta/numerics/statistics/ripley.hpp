#pragma once

#include <vector>

#include "percuta/numerics/geometry/polygon.hpp"
#include "percuta/numerics/kernel_clone.hpp"
#include "percuta/numerics/statistics/edge_correction.hpp"
#include "percuta/numerics/statistics/radius_bins.hpp"

namespace percuta::numerics {

/// Ripley's K at the radii r, by edge rule; empty where the rule was not asked for [m2].
struct RipleyK {
  std::vector<double> r;          ///< [m]
  std::vector<double> border;     ///< not a number where no point is that far from the boundary
  std::vector<double> isotropic;  ///< up to the radius of the smallest circle about the window
  std::vector<double> translation;
  std::vector<double> none = {};  ///< pairs that the boundary hides are missing, see seen_share
};

struct RipleyOptions {
  Radii radii;
  EdgeRules rules;
  int threads = 1;  ///< 0 = all; no number of them changes a byte
  KernelClone clone = best_clone();
};

/// Expected number of further points within r of a point, over their density, of the points inside the window:
///   K(r) = area / (n (n - 1)) sum over ordered pairs of w_ij 1(d_ij <= r)                      isotropic, translation,
///   none: 1 K(r) = area / n  sum of 1(d_ij <= r, b_i >= r) / number of b_i >= r,  b_i: distance to the boundary border
/// Poisson field: pi r^2. Source: Ripley1976, Ohser1983, Baddeley2015. Fewer than two points give 0.
RipleyK ripley_k(const std::vector<Point>& points, const Polygon& window, const RipleyOptions& options);
/// The same in a window that was made ready before, for many patterns.
RipleyK ripley_k(const std::vector<Point>& points, const EdgeCorrection& edges, const RipleyOptions& options);

/// L(r) = sqrt(K(r) / pi) [m]; r in a Poisson field.
std::vector<double> ripley_l(const std::vector<double>& k);

}  // namespace percuta::numerics
