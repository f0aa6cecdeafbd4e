#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "percuta/numerics/geometry/polygon.hpp"
#include "percuta/numerics/geometry/region.hpp"

namespace percuta::numerics {

/// How statistics of pairs make up for neighbours that stand beyond the window; any of them at once.
struct EdgeRules {
  bool border = true;     ///< only points whose whole circle lies inside are asked
  bool isotropic = true;  ///< a pair counts as one over the share of its circle that lies inside (Ripley1976)
  bool translation =
      true;           ///< as the window's area over that which it shares with itself shifted by the pair (Ohser1983)
  bool none = false;  ///< pairs as they are: too few near the boundary, but the cheapest
};

/// A window made ready for edge corrections. Weights are never above 100, as in spatstat.
class EdgeCorrection {
 public:
  /// An edge as a point near it sees it.
  struct NearEdge {
    double distance;  ///< to its line, positive on the window's side [m]
    double foot;      ///< along the edge, from its start [m]
    double length;    ///< [m]
    double heading;   ///< [rad]
  };

  /// Throws InputError unless the window is a simple polygon with an area.
  explicit EdgeCorrection(const Polygon& window);

  const Polygon& window() const { return window_; }
  double area() const { return area_; }
  bool is_rectangle() const { return is_rectangle_; }
  bool contains(Point point) const;
  double boundary_distance(Point point) const;  ///< of a point inside or outside [m]
  /// Edges that come within `reach` [m] of the point.
  void find_near_edges(Point point, double reach, std::vector<NearEdge>& near) const;
  /// One over the share of the circle about `centre` with this radius that lies inside; `near` holds its near edges.
  double isotropic_weight(Point centre, double radius, const std::vector<NearEdge>& near) const;
  /// Area over that which the window has in common with itself shifted by (dx, dy) [m].
  double translation_weight(double dx, double dy) const {
    if (!is_rectangle_) return polygon_translation_weight(dx, dy);
    const double across = width() - std::abs(dx), along = height() - std::abs(dy);
    return across > 0 && along > 0 ? std::min(k_most_weight, area_ / (across * along)) : k_most_weight;
  }
  double width() const { return box_.high.x - box_.low.x; }   ///< of the box about the window [m]
  double height() const { return box_.high.y - box_.low.y; }  ///< [m]

  static constexpr double k_most_weight = 100;

 private:
  struct Edge {
    Point from, along;  ///< `along` is a unit vector; the window lies to its left
    double length, heading;
  };
  double polygon_translation_weight(double dx, double dy) const;
  double crossed_share(Point centre, double radius, const std::vector<NearEdge>& near) const;
  double share_by_arcs(Point centre, double radius, const std::vector<NearEdge>& near) const;

  Polygon window_;
  Box box_;
  double area_;
  bool is_rectangle_;
  Region region_;
  std::vector<Edge> edges_;
};

}  // namespace percuta::numerics
