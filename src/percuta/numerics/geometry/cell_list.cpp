#include "percuta/numerics/geometry/cell_list.hpp"

#include <algorithm>

namespace percuta::numerics {
namespace {

constexpr std::int32_t k_most_cells_across = 1024;
/// Share of a cell by which rounding may misplace a border between cells.
constexpr double k_slack = 1e-9;

std::int32_t cells_across(double extent, double cell) {
  return std::clamp(static_cast<std::int32_t>(extent / cell) + 1, 1, k_most_cells_across + 1);
}

}  // namespace

CellList::CellList(const Box& box, double cell) : low_(box.low) {
  const double width = box.high.x - box.low.x, height = box.high.y - box.low.y;
  cell_ = std::max(cell, std::max(width, height) / k_most_cells_across);
  if (!(cell_ > 0)) cell_ = 1;  // a box without extent: one cell
  per_cell_ = 1 / cell_;
  columns_ = cells_across(width, cell_);
  rows_ = cells_across(height, cell_);
  first_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), k_none);
}

std::int32_t CellList::column_of(double x) const {
  return static_cast<std::int32_t>(std::clamp((x - low_.x) * per_cell_, 0.0, static_cast<double>(columns_ - 1)));
}

std::int32_t CellList::row_of(double y) const {
  return static_cast<std::int32_t>(std::clamp((y - low_.y) * per_cell_, 0.0, static_cast<double>(rows_ - 1)));
}

std::size_t CellList::cell_at(std::int32_t column, std::int32_t row) const {
  return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column);
}

std::int32_t CellList::add(Point point) {
  const auto index = static_cast<std::int32_t>(points_.size());
  std::int32_t& first = first_[cell_at(column_of(point.x), row_of(point.y))];
  points_.push_back(point);
  links_.push_back({point, first});
  first = index;
  return index;
}

void CellList::search_cell(std::int32_t column, std::int32_t row, Point point, std::int32_t except, Best& best) const {
  for (std::int32_t i = first_[cell_at(column, row)]; i != k_none;) {
    const auto [p, next] = links_[static_cast<std::size_t>(i)];
    const double square = (p.x - point.x) * (p.x - point.x) + (p.y - point.y) * (p.y - point.y);
    const bool is_first_of_equals = square == best.square && (best.index == k_none || i < best.index);
    if (i != except && (square < best.square || is_first_of_equals)) best = {i, square};
    i = next;
  }
}

void CellList::search_ring(std::int32_t ring, Point point, std::int32_t except, Best& best) const {
  const std::int32_t middle = column_of(point.x), level = row_of(point.y);
  const std::int32_t left = std::max(middle - ring, 0), right = std::min(middle + ring, columns_ - 1);
  for (std::int32_t row = std::max(level - ring, 0); row <= std::min(level + ring, rows_ - 1); ++row) {
    const bool is_whole = row == level - ring || row == level + ring;
    if (is_whole) {
      for (std::int32_t column = left; column <= right; ++column) search_cell(column, row, point, except, best);
      continue;
    }
    if (middle - ring >= 0) search_cell(middle - ring, row, point, except, best);
    if (middle + ring < columns_) search_cell(middle + ring, row, point, except, best);
  }
}

/// The few cells that a reach no wider than a cell can touch.
void CellList::search_touched(Point point, double within, std::int32_t except, Best& best) const {
  const double reach = within + k_slack * cell_;
  const std::int32_t left = column_of(point.x - reach), right = column_of(point.x + reach);
  const std::int32_t top = row_of(point.y + reach);
  for (std::int32_t row = row_of(point.y - reach); row <= top; ++row) {
    for (std::int32_t column = left; column <= right; ++column) search_cell(column, row, point, except, best);
  }
}

std::int32_t CellList::nearest(Point point, double within, std::int32_t except) const {
  Best best{k_none, within * within};
  if (within <= cell_) {
    search_touched(point, within, except, best);
    return best.index;
  }
  const std::int32_t rings = std::max(columns_, rows_);
  for (std::int32_t ring = 0; ring <= rings; ++ring) {
    const double unseen = (ring - 1) * cell_;  // everything nearer has been looked at
    if (unseen > 0 && unseen * unseen > best.square) break;
    search_ring(ring, point, except, best);
  }
  return best.index;
}

}  // namespace percuta::numerics
