#include "percuta/numerics/statistics/nearest_neighbour.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "percuta/numerics/statistics/edge_correction.hpp"
#include "percuta/numerics/statistics/point_grid.hpp"

namespace percuta::numerics {
namespace {

PointGrid grid_of(const std::vector<Point>& points) {
  return {points, roomy_cell(bounding_box(points), points.size())};
}

/// Steps in which something happens first: counts[k] in (r_(k-1), r_k], the last for all beyond.
using Counts = std::vector<double>;

/// Of each step, how many come in it or later.
Counts still_there(const Counts& counts) {
  Counts left = counts;
  for (std::size_t k = left.size() - 1; k > 0; --k) left[k - 1] += left[k];
  return left;
}

}  // namespace

std::vector<double> nearest_neighbours(const std::vector<Point>& points) {
  const PointGrid grid = grid_of(points);
  std::vector<double> distances;
  distances.reserve(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    distances.push_back(std::sqrt(grid.nearest_square(points[i], grid.place_of(i))));
  }
  return distances;
}

double mean_nearest_neighbour(const std::vector<Point>& points, const Polygon& window) {
  std::vector<bool> is_inside;
  is_inside.reserve(points.size());
  for (const Point& p : points) is_inside.push_back(contains(window, p));
  return mean_nearest_neighbour(points, is_inside);
}

double mean_nearest_neighbour(const std::vector<Point>& points, const std::vector<bool>& is_inside) {
  if (points.size() < 2) return 0;
  const PointGrid grid = grid_of(points);
  double sum = 0;
  std::int64_t n = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!is_inside[i]) continue;
    sum += std::sqrt(grid.nearest_square(points[i], grid.place_of(i)));
    ++n;
  }
  return n == 0 ? 0 : sum / static_cast<double>(n);
}

NearestNeighbourCurve nearest_neighbour_curve(const std::vector<Point>& points, const Polygon& window,
                                              const Radii& radii) {
  const RadiusBins bins(radii);
  const EdgeCorrection edges(window);
  std::vector<Point> inside;
  std::copy_if(points.begin(), points.end(), std::back_inserter(inside), [&](Point p) { return edges.contains(p); });
  const std::vector<double> nearest = nearest_neighbours(inside);
  const auto step_of = [&](double distance) { return bins.bin(distance * distance); };
  Counts met(bins.count(), 0), met_seen(met), boundary(met), boundary_of_seen(met), ended(met);
  for (std::size_t i = 0; i < inside.size(); ++i) {
    const double edge = edges.boundary_distance(inside[i]);
    ++met[step_of(nearest[i])];
    ++boundary[step_of(edge)];
    ++ended[step_of(std::min(nearest[i], edge))];
    if (nearest[i] > edge) continue;
    ++met_seen[step_of(nearest[i])];
    ++boundary_of_seen[step_of(edge)];
  }
  const Counts remote = still_there(boundary), waiting = still_there(ended);
  NearestNeighbourCurve curve{bins.radii(), {}, {}, {}};
  double all = 0, seen = 0, surviving = 1;
  for (std::size_t k = 0; k < bins.radii().size(); ++k) {
    all += met[k];
    seen += met_seen[k] - (k > 0 ? boundary_of_seen[k - 1] : 0);
    surviving *= waiting[k] > 0 ? 1 - met_seen[k] / waiting[k] : 1;
    curve.raw.push_back(inside.size() < 2 ? 0 : all / static_cast<double>(inside.size()));
    curve.border.push_back(seen / remote[k]);
    curve.kaplan_meier.push_back(1 - surviving);
  }
  return curve;
}

}  // namespace percuta::numerics
