#include "percuta/numerics/operators/channel_cover.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace percuta::numerics {
namespace {

/// Integral of sqrt(r^2 - x^2) from 0 to x.
double under_arc(double x, double r) {
  const double s = std::clamp(x / r, -1.0, 1.0);
  return 0.5 * r * r * (s * std::sqrt(1 - s * s) + std::asin(s));
}

}  // namespace

/// Between the places where the arc meets the sides each of both borders is either the arc or the rectangle's.
double shared_area(double x, double y, double radius, double x_low, double x_high, double y_low, double y_high) {
  const double left = std::max(x_low - x, -radius), right = std::min(x_high - x, radius);
  const double low = y_low - y, high = y_high - y;
  if (!(right > left) || low >= radius || high <= -radius) return 0;
  std::array<double, 6> cut = {left, right, left, left, left, left};
  std::size_t n = 2;
  for (const double side : {low, high}) {
    const double square = radius * radius - side * side;
    if (square <= 0) continue;
    for (const double at : {-std::sqrt(square), std::sqrt(square)}) cut.at(n++) = std::clamp(at, left, right);
  }
  std::sort(cut.begin(), cut.end());
  double area = 0;
  for (std::size_t i = 0; i + 1 < cut.size(); ++i) {
    const double a = cut.at(i), b = cut.at(i + 1), middle = 0.5 * (a + b);
    const double arc = std::sqrt(std::max(0.0, radius * radius - middle * middle));
    if (std::min(high, arc) <= std::max(low, -arc)) continue;
    const double under = under_arc(b, radius) - under_arc(a, radius);
    area += (high < arc ? high * (b - a) : under) - (low > -arc ? low * (b - a) : -under);
  }
  return std::max(0.0, area);  // rounding may leave less than nothing
}

void for_each_patch(const Grid& grid, double x, double y, double radius,
                    const std::function<void(Index, Index, const PlanePatch&)>& body) {
  const Layout& layout = grid.layout();
  const double dx = grid.dx(), dy = grid.dy();
  const auto cell_of = [](double at, double step) { return static_cast<Index>(std::floor(at / step)); };
  for (Index j = cell_of(y - radius, dy); j <= cell_of(y + radius, dy); ++j) {
    for (Index i = cell_of(x - radius, dx); i <= cell_of(x + radius, dx); ++i) {
      const bool is_inside_x = layout.periodic_x || (i >= 0 && i < layout.nx);
      const bool is_inside_y = layout.periodic_y || (j >= 0 && j < layout.ny);
      if (!is_inside_x || !is_inside_y) continue;
      const double west = static_cast<double>(i) * dx, south = static_cast<double>(j) * dy;
      body((i % layout.nx + layout.nx) % layout.nx, (j % layout.ny + layout.ny) % layout.ny,
           {west, west + dx, south, south + dy});
    }
  }
}

void add_channel(const Grid& grid, const RoundChannel& channel, Field& cover) {
  const Index nz = grid.layout().nz;
  const double whole = grid.dx() * grid.dy();
  for (Index k = 0; k < nz && grid.z_edges()[static_cast<std::size_t>(k)] < channel.depth; ++k) {
    const double top = grid.z_edges()[static_cast<std::size_t>(k)];
    const double share = std::min(1.0, (channel.depth - top) / grid.dz(k));
    const double radius = channel.radius(top + 0.5 * share * grid.dz(k));
    if (!(radius > 0)) continue;
    for_each_patch(grid, channel.x, channel.y, radius, [&](Index i, Index j, const PlanePatch& patch) {
      const double area =
          shared_area(channel.x, channel.y, radius, patch.x_low, patch.x_high, patch.y_low, patch.y_high);
      cover(i, j, k) = 1 - (1 - cover(i, j, k)) * (1 - std::min(1.0, share * area / whole));
    });
  }
}

}  // namespace percuta::numerics
