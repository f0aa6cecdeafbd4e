#include "percuta/transport/delivery/hole_classes.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "percuta/numerics/operators/column_classes.hpp"
#include "percuta/numerics/statistics/point_grid.hpp"

namespace percuta::transport {
namespace {

constexpr double k_samples = 12;            // of the window for each hole
constexpr double k_least_of_window = 1000;  // samples of it, however few holes there are
constexpr double k_core = 0.1;              // radius of the rings' core in whole tissue, of its column's side
constexpr double k_most_samples = 200000;   // of the window
constexpr double k_least_samples = 0.25;    // that every hole counts as having
constexpr double k_crowded = 2;             // a hole's share over its mouth, at least: nearer ones merge
constexpr double k_rounding = 1e-9;         // of the window
constexpr double k_column = 1e-6;           // [m2] of whole tissue, as one column of many

numerics::PointGrid grid_of(const std::vector<Hole>& holes, const numerics::Box& box) {
  std::vector<numerics::Point> points;
  points.reserve(holes.size());
  for (const Hole& hole : holes) points.push_back({hole.x, hole.y});
  return {points, numerics::roomy_cell(box, points.size())};
}

/// How much of the window lies nearest to each hole; the rest, beyond reach of all, comes last [m2].
std::vector<double> shares_of(const std::vector<Hole>& holes, const numerics::Polygon& window, double reach) {
  const numerics::Box box = numerics::bounding_box(window);
  const numerics::PointGrid grid = grid_of(holes, box);
  const double whole = numerics::area(window);
  const double samples =
      std::min(k_most_samples, std::max(k_least_of_window, k_samples * static_cast<double>(holes.size())));
  const double step = std::sqrt(whole / samples);
  std::vector<double> shares(holes.size() + 1, 0.0);
  double inside = 0;
  for (double y = box.low.y + 0.5 * step; y < box.high.y; y += step) {
    for (double x = box.low.x + 0.5 * step; x < box.high.x; x += step) {
      if (!numerics::contains(window, {x, y})) continue;
      const auto near = grid.nearest({x, y}, numerics::PointGrid::k_none);
      inside += 1;
      shares[near.square < reach * reach ? near.sorted : holes.size()] += 1;
    }
  }
  double counted = 0;
  for (std::size_t n = 0; n < holes.size(); ++n) counted += std::max(shares[n], k_least_samples);
  const double each = (inside - shares.back()) / counted * whole / inside;
  std::vector<double> of_given(holes.size() + 1, 0.0);
  for (std::size_t n = 0; n < holes.size(); ++n) {
    of_given[n] = std::max(shares[grid.place_of(n)], k_least_samples) * each;
  }
  of_given.back() = shares.back() * whole / inside;
  return of_given;
}

numerics::ChannelClass tissue_of(double area) {
  const double column = std::min(k_column, area);
  return {.radius = k_core * std::sqrt(column), .depth = 0, .share = column, .channels = area / column};
}

}  // namespace

HoleClasses whole_tissue(const numerics::Polygon& window) {
  HoleClasses made;
  made.area = numerics::area(window);
  made.classes = {tissue_of(made.area)};
  made.holes = {0};
  return made;
}

std::vector<std::size_t> classes_at(const std::vector<numerics::Point>& points, const std::vector<Hole>& holes,
                                    const HoleClasses& sorted) {
  const std::size_t last = sorted.classes.size() - 1;
  if (sorted.of_hole.empty()) return std::vector<std::size_t>(points.size(), last);
  const bool has_whole = sorted.classes.back().depth <= 0;
  const numerics::PointGrid grid = grid_of(holes, numerics::bounding_box(points));
  std::vector<std::size_t> of_sorted(holes.size());
  for (std::size_t n = 0; n < holes.size(); ++n) of_sorted[grid.place_of(n)] = sorted.of_hole[n];
  std::vector<std::size_t> classes;
  classes.reserve(points.size());
  for (const numerics::Point& point : points) {
    const auto near = grid.nearest(point, numerics::PointGrid::k_none);
    classes.push_back(has_whole && near.square >= sorted.reach * sorted.reach ? last : of_sorted[near.sorted]);
  }
  return classes;
}

HoleClasses classes_of(const std::vector<Hole>& holes, const numerics::Polygon& window, std::size_t most,
                       double reach) {
  if (holes.empty()) return whole_tissue(window);
  const std::vector<double> shares = shares_of(holes, window, reach);
  numerics::ColumnFeature depth{"depth", {}, 1}, radius{"radius", {}, 1}, share{"share", {}, 1};
  double deepest = 0, widest = 0;
  for (std::size_t n = 0; n < holes.size(); ++n) {
    depth.values.push_back(holes[n].depth);
    radius.values.push_back(holes[n].radius);
    share.values.push_back(std::log(shares[n]));
    deepest = std::max(deepest, holes[n].depth);
    widest = std::max(widest, holes[n].radius);
  }
  depth.scale = deepest;
  radius.scale = widest;
  const numerics::ColumnClasses sorted({depth, radius, share}, std::vector<double>(holes.size(), 1), most);
  HoleClasses made;
  made.area = numerics::area(window);
  made.reach = reach;
  made.of_hole = sorted.class_of();
  std::vector<double> areas(sorted.size(), 0.0);
  for (std::size_t n = 0; n < holes.size(); ++n) areas[made.of_hole[n]] += shares[n];
  made.holes = sorted.areas();
  for (std::size_t c = 0; c < sorted.size(); ++c) {
    const double own = sorted.mean(c, 1), least = k_crowded * std::numbers::pi * own * own;
    const double each = std::max(areas[c] / sorted.areas()[c], least);
    made.classes.push_back({.radius = own, .depth = sorted.mean(c, 0), .share = each, .channels = areas[c] / each});
  }
  if (shares.back() > k_rounding * made.area) {
    made.classes.push_back(tissue_of(shares.back()));
    made.holes.push_back(0);
  }
  return made;
}

}  // namespace percuta::transport
