#pragma once

#include <vector>

#include "percuta/numerics/geometry/polygon.hpp"
#include "percuta/numerics/geometry/region.hpp"

namespace percuta::numerics {

/// How the counts of points in square quadrats vary, over the Q quadrats that lie far enough inside the window.
struct QuadratCounts {
  /// sum_i (n_i - lambda a_i)^2 / (lambda a_i) / (Q - 1), a_i: area inside, lambda: points per area in the Q. 1 = a
  /// Poisson field, 0 = perfectly even, above 1 = streaks. 0 without points or with fewer than two quadrats [1].
  double dispersion = 0;
  double thin_share = 0;  ///< share of their area where the density is below half of lambda [1]
  double density = 0;     ///< lambda [1/m2]
  double mean = 0;        ///< expected in a whole quadrat, lambda side^2 [1]
  std::size_t quadrats = 0;

  /// 1 / (1 + dispersion): 0.5 = as even as chance, 1 = perfectly even, below 0.5 = streaks; 0 without points.
  double evenness() const { return density > 0 ? 1 / (1 + dispersion) : 0; }
};

/// A window's quadrats of width `side` [m], made once for many patterns. Throws InputError unless side > 0.
class Quadrats {
 public:
  Quadrats(const Polygon& window, double side, double least_inside = 0.25);

  /// `inside`: points that lie in the window, nobody asks again.
  QuadratCounts count(const std::vector<Point>& inside) const;
  /// The same of points that do not count alike: with a weight each, in the place of 1; all numbers are then in it.
  QuadratCounts count(const std::vector<Point>& inside, const std::vector<double>& weights) const;
  /// Share of their area in which fewer than `density` points stand per area [1].
  double share_below(const std::vector<Point>& inside, double density) const;
  /// These quadrats with only the area that lies under the convex footprints, asked at 10 x 10 places in each. `window`
  /// is the one they were made of.
  Quadrats within(const std::vector<Region>& footprints, const Region& window) const;

 private:
  std::size_t place_of(Point p) const;
  Box plain_part(const Polygon& band, double y) const;
  void measure(const Polygon& window);
  void leave_out_slivers();
  double share_under(Point corner, const std::vector<Region>& footprints, const Region& window) const;
  QuadratCounts judged(const std::vector<double>& n) const;

  Box box_;
  double side_, least_inside_;
  std::size_t columns_ = 0, rows_ = 0;
  std::vector<double> areas_;  ///< of each inside the window [m2], row by row; 0 = left out
};

/// Quadrats of width `side` [m] laid over the window's bounding box from its low corner. Those with less than
/// `least_inside` of their area inside are left out. Points outside the window do not count. Throws InputError unless
/// side > 0.
QuadratCounts count_quadrats(const std::vector<Point>& points, const Polygon& window, double side,
                             double least_inside = 0.25);

/// The dispersion alone.
double quadrat_dispersion(const std::vector<Point>& points, const Polygon& window, double side);

}  // namespace percuta::numerics
