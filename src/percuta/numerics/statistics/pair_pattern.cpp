#include "percuta/numerics/statistics/pair_pattern.hpp"

#include <cmath>
#include <utility>

#include "percuta/base/error.hpp"

namespace percuta::numerics {
namespace {

constexpr double k_cells_per_reach = 8;
constexpr double k_points_per_run = 32;  // below it, finding a run takes longer than measuring it

std::vector<Point> inside(const std::vector<Point>& points, const EdgeCorrection& edges) {
  std::vector<Point> kept;
  kept.reserve(points.size());
  for (const Point& p : points) {
    if (edges.contains(p)) kept.push_back(p);
  }
  return kept;
}

/// Cells small against the reach, but not much smaller than the room of one point, and wide enough that the run of a
/// row is worth its finding.
double cell_for(double reach, std::size_t n, double area) {
  const double room = area / static_cast<double>(n + 1);
  return std::max(
      {reach / k_cells_per_reach, 0.5 * std::sqrt(room), std::min(reach, k_points_per_run * room / (2 * reach))});
}

}  // namespace

PairPattern::PairPattern(const std::vector<Point>& points, const Polygon& window, double reach)
    : PairPattern(points, std::make_shared<const EdgeCorrection>(window), reach) {}

PairPattern::PairPattern(const std::vector<Point>& points, const EdgeCorrection& edges, double reach)
    : PairPattern(points, std::shared_ptr<const EdgeCorrection>(std::shared_ptr<void>(), &edges), reach) {}

PairPattern::PairPattern(const std::vector<Point>& points, std::shared_ptr<const EdgeCorrection> edges, double reach)
    : edges_(std::move(edges)),
      reach_(reach),
      grid_(inside(points, *edges_), cell_for(reach, points.size(), edges_->area())) {
  if (!(reach > 0)) throw InputError("pairs must be asked for at a distance beyond 0");
}

void PairPattern::measure_boundary() {
  boundary_.clear();
  boundary_.reserve(grid_.size());
  for (std::size_t i = 0; i < grid_.size(); ++i) boundary_.push_back(edges_->boundary_distance(grid_.at(i)));
}

double PairPattern::pairs_per_area() const {
  const auto n = static_cast<double>(size());
  return n * (n - 1) / edges_->area();
}

PointGrid::Run PairPattern::part(std::size_t index) const {
  return {size() * index / k_parts, size() * (index + 1) / k_parts};
}

}  // namespace percuta::numerics
