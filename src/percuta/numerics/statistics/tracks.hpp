#pragma once

#include <cstdint>
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

/// A window's strips along evenly spaced headings, made once for many patterns. Throws InputError unless width > 0.
class TrackStrips {
 public:
  TrackStrips(const Polygon& window, double width, int headings = 18);

  /// Tries each heading, the first of equals. `inside`: points that lie in the window, nobody asks again. The best of
  /// many is above 1 by chance too: compare with simulated randomness.
  Tracks find(const std::vector<Point>& inside) const;

 private:
  struct Heading {
    double angle, sine, cosine;
    double low;                 ///< of the first strip, across the heading [m]
    std::vector<double> areas;  ///< of each strip inside the window [m2]; 0 = left out
  };
  static Heading heading_at(double angle, const Polygon& window, double width);
  static std::vector<std::int64_t> counts_along(const Heading& heading, double width, const std::vector<Point>& inside);
  static double dispersion_along(const Heading& heading, double width, const std::vector<Point>& inside);
  friend double strip_dispersion(const std::vector<Point>& points, const Polygon& window, double width, double heading);

  double width_;
  std::vector<Heading> headings_;
};

/// Of the points that lie in the window.
Tracks find_tracks(const std::vector<Point>& points, const Polygon& window, double width, int headings = 18);

}  // namespace percuta::numerics
