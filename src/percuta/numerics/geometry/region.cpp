#include "percuta/numerics/geometry/region.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace percuta::numerics {
namespace {

constexpr std::int64_t k_cells = 128;  // each way

std::int64_t cell_of(double distance, double size) {
  return std::clamp(static_cast<std::int64_t>(distance / size), std::int64_t{0}, k_cells - 1);
}

}  // namespace

Region::Region(Polygon outline) : outline_(std::move(outline)), box_(bounding_box(outline_)) {
  width_ = (box_.high.x - box_.low.x) / static_cast<double>(k_cells);
  height_ = (box_.high.y - box_.low.y) / static_cast<double>(k_cells);
  if (!(width_ > 0 && height_ > 0)) return;  // nothing inside
  sides_.assign(static_cast<std::size_t>(k_cells * k_cells), Side::unknown);
  for (std::size_t i = 0; i < outline_.size(); ++i) mark_edge(outline_[i], outline_[(i + 1) % outline_.size()]);
  fill_rows();
}

Region::Side& Region::at(std::int64_t column, std::int64_t row) {
  return sides_[static_cast<std::size_t>(row * k_cells + column)];
}

/// Marks the cells that an edge passes, and those beside them, so that rounding never matters.
void Region::mark_edge(Point a, Point b) {
  if (a.y > b.y) std::swap(a, b);
  const std::int64_t last = std::min(cell_of(b.y - box_.low.y, height_) + 1, k_cells - 1);
  for (std::int64_t row = std::max<std::int64_t>(cell_of(a.y - box_.low.y, height_) - 1, 0); row <= last; ++row) {
    const double below = box_.low.y + static_cast<double>(row - 1) * height_, above = below + 3 * height_;
    const double rise = b.y - a.y;
    const double from = rise > 0 ? std::clamp((below - a.y) / rise, 0.0, 1.0) : 0;
    const double to = rise > 0 ? std::clamp((above - a.y) / rise, 0.0, 1.0) : 1;
    const auto [left, right] = std::minmax({a.x + from * (b.x - a.x), a.x + to * (b.x - a.x)});
    const std::int64_t first = std::max<std::int64_t>(cell_of(left - box_.low.x, width_) - 1, 0);
    const std::int64_t end = std::min(cell_of(right - box_.low.x, width_) + 1, k_cells - 1);
    for (std::int64_t column = first; column <= end; ++column) at(column, row) = Side::edge;
  }
}

/// A cell that no edge passes is on the side of its middle: inside where an odd number of edges cross its row's middle
/// line farther right.
void Region::fill_rows() {
  std::vector<double> crossings;
  for (std::int64_t row = 0; row < k_cells; ++row) {
    const double y = box_.low.y + (static_cast<double>(row) + 0.5) * height_;
    crossings.clear();
    for (std::size_t i = 0, j = outline_.size() - 1; i < outline_.size(); j = i++) {
      const Point a = outline_[i], b = outline_[j];
      if ((a.y > y) != (b.y > y)) crossings.push_back(a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y)));
    }
    std::sort(crossings.begin(), crossings.end());
    Side* sides = &at(0, row);
    std::size_t passed = 0;
    for (std::int64_t column = 0; column < k_cells; ++column) {
      const double x = box_.low.x + (static_cast<double>(column) + 0.5) * width_;
      while (passed < crossings.size() && crossings[passed] <= x) ++passed;
      if (sides[column] != Side::edge)
        sides[column] = (crossings.size() - passed) % 2 == 1 ? Side::inside : Side::outside;
    }
  }
}

bool Region::contains(Point point) const {
  const bool is_in_box =
      point.x >= box_.low.x && point.x <= box_.high.x && point.y >= box_.low.y && point.y <= box_.high.y;
  if (!is_in_box || sides_.empty()) return false;
  const std::int64_t column = cell_of(point.x - box_.low.x, width_), row = cell_of(point.y - box_.low.y, height_);
  const Side side = sides_[static_cast<std::size_t>(row * k_cells + column)];
  return side == Side::edge ? numerics::contains(outline_, point) : side == Side::inside;
}

}  // namespace percuta::numerics
