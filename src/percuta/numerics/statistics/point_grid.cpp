#include "percuta/numerics/statistics/point_grid.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace percuta::numerics {
namespace {

constexpr double k_most_cells_across = 2048;
/// Share of a cell by which rounding may misplace a border between cells.
constexpr double k_slack = 1e-9;

std::size_t clamped(double place, std::size_t n) {
  return static_cast<std::size_t>(std::clamp(place, 0.0, static_cast<double>(n - 1)));
}

}  // namespace

double roomy_cell(const Box& box, std::size_t n) {
  const double extent = (box.high.x - box.low.x) * (box.high.y - box.low.y);
  return std::sqrt(2 * extent / static_cast<double>(std::max<std::size_t>(n, 1)));
}

PointGrid::PointGrid(const std::vector<Point>& points, double cell) {
  const Box box = bounding_box(points);
  low_ = box.low;
  width_ = box.high.x - box.low.x;
  height_ = box.high.y - box.low.y;
  cell_ = std::max(cell, std::max(width_, height_) / k_most_cells_across);
  if (!(cell_ > 0)) cell_ = 1;  // points on one spot: one cell
  per_cell_ = 1 / cell_;
  columns_ = static_cast<std::size_t>(width_ * per_cell_) + 1;
  rows_ = static_cast<std::size_t>(height_ * per_cell_) + 1;
  first_.assign(columns_ * rows_ + 1, 0);
  std::vector<std::size_t> cells;
  cells.reserve(points.size());
  for (const Point& p : points) {
    cells.push_back(row_of(p.y) * columns_ + column_of(p.x));
    ++first_[cells.back() + 1];
  }
  for (std::size_t c = 1; c < first_.size(); ++c) first_[c] += first_[c - 1];
  std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
  x_.resize(points.size() + k_lanes);
  y_.resize(points.size() + k_lanes);
  place_.resize(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    const std::size_t place = next[cells[i]]++;
    place_[i] = place;
    x_[place] = points[i].x;
    y_[place] = points[i].y;
  }
}

std::size_t PointGrid::column_of(double x) const {
  return clamped((x - low_.x) * per_cell_, columns_);
}

std::size_t PointGrid::row_of(double y) const {
  return clamped((y - low_.y) * per_cell_, rows_);
}

PointGrid::Run PointGrid::run(std::size_t row, std::size_t first, std::size_t last) const {
  return {first_[row * columns_ + first], first_[row * columns_ + last + 1]};
}

PointGrid::Run PointGrid::run_within(std::size_t row, Point point, double reach) const {
  const double floor = low_.y + static_cast<double>(row) * cell_;
  const double gap = std::max({0.0, floor - point.y, point.y - floor - cell_}) - k_slack * cell_;
  const double square = reach * reach - (gap > 0 ? gap * gap : 0);
  if (square < 0) return {0, 0};
  const double half = std::sqrt(square) + k_slack * cell_;
  return run(row, column_of(point.x - half), column_of(point.x + half));
}

PointGrid::Near PointGrid::nearest_in_reach(Point point, std::size_t except, double enough, double reach) const {
  Near best;
  const double square_enough = enough * enough, wide = reach + k_slack * cell_;
  const bool is_short = reach <= cell_;  // too short for cutting the runs to a circle
  const std::size_t left = column_of(point.x - wide), right = column_of(point.x + wide);
  const std::size_t last = row_of(point.y + reach);
  for (std::size_t row = row_of(point.y - reach); row <= last; ++row) {
    const Run near = is_short ? run(row, left, right) : run_within(row, point, reach);
    for (std::size_t j = near.from; j < near.to; ++j) {
      const double dx = x_[j] - point.x, dy = y_[j] - point.y, square = dx * dx + dy * dy;
      if (square < best.square && j != except) best = {j, square};
    }
    if (best.square < square_enough) break;
  }
  return best;
}

PointGrid::Near PointGrid::nearest(Point point, std::size_t except, double enough) const {
  if (size() == 0) return {};
  const double corner_x = std::max(std::abs(point.x - low_.x), std::abs(point.x - low_.x - width_));
  const double corner_y = std::max(std::abs(point.y - low_.y), std::abs(point.y - low_.y - height_));
  const double whole = corner_x + corner_y;
  for (double reach = 0.5 * cell_;;) {
    const Near best = nearest_in_reach(point, except, enough, reach);
    if (best.square <= reach * reach || best.square < enough * enough || reach > whole) return best;
    // One that was met beyond the reach bounds how far a nearer one can be.
    reach = std::min(2 * reach, std::sqrt(best.square) * (1 + k_slack));
  }
}

}  // namespace percuta::numerics
