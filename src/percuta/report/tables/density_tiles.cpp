#include "percuta/report/tables/density_tiles.hpp"

#include <algorithm>
#include <cmath>

namespace percuta::report {

namespace {

constexpr double k_hardly = 1e-6;  // of a tile: a box that ends on a line does not need the next tile

numerics::Polygon rectangle(const numerics::Box& box) {
  return {box.low, {box.high.x, box.low.y}, box.high, {box.low.x, box.high.y}};
}

/// The window, or a box round all strikes that leaves none on its edge.
numerics::Polygon treated(const std::vector<Strike>& strikes, const numerics::Polygon& window, double side) {
  if (window.size() >= 3 || strikes.empty()) return window;
  numerics::Box box = {{strikes.front().x, strikes.front().y}, {strikes.front().x, strikes.front().y}};
  for (const Strike& one : strikes) {
    box.low = {std::min(box.low.x, one.x), std::min(box.low.y, one.y)};
    box.high = {std::max(box.high.x, one.x), std::max(box.high.y, one.y)};
  }
  const double margin = side / 2;
  return rectangle({{box.low.x - margin, box.low.y - margin}, {box.high.x + margin, box.high.y + margin}});
}

std::size_t tiles_between(double low, double high, double side) {
  return static_cast<std::size_t>(std::max(1.0, std::ceil((high - low) / side - k_hardly)));
}

DensityTiles empty_tiles(const numerics::Box& box, double side, std::size_t most) {
  DensityTiles tiles;
  tiles.side = side / 2;
  do {
    tiles.side *= 2;
    tiles.low = {std::floor(box.low.x / tiles.side + k_hardly) * tiles.side,
                 std::floor(box.low.y / tiles.side + k_hardly) * tiles.side};
    tiles.columns = tiles_between(tiles.low.x, box.high.x, tiles.side);
    tiles.rows = tiles_between(tiles.low.y, box.high.y, tiles.side);
  } while (tiles.size() > most);
  tiles.strikes.resize(tiles.size());
  tiles.inside.resize(tiles.size());
  tiles.mean_depth.resize(tiles.size());
  return tiles;
}

void set_inside(DensityTiles& tiles, const numerics::Polygon& window) {
  for (std::size_t row = 0; row < tiles.rows; ++row) {
    for (std::size_t column = 0; column < tiles.columns; ++column) {
      const numerics::Point low = {tiles.low.x + static_cast<double>(column) * tiles.side,
                                   tiles.low.y + static_cast<double>(row) * tiles.side};
      const numerics::Polygon part = numerics::clipped(window, {low, {low.x + tiles.side, low.y + tiles.side}});
      const double share = part.size() < 3 ? 0 : numerics::area(part) / (tiles.side * tiles.side);
      tiles.inside[row * tiles.columns + column] = std::min(1.0, share);
    }
  }
}

}  // namespace

std::size_t DensityTiles::at(double x, double y) const {
  const double column = std::floor((x - low.x) / side), row = std::floor((y - low.y) / side);
  const bool is_on =
      column >= 0 && row >= 0 && column < static_cast<double>(columns) && row < static_cast<double>(rows);
  return is_on ? static_cast<std::size_t>(row) * columns + static_cast<std::size_t>(column) : size();
}

double DensityTiles::density(std::size_t tile) const {
  return is_told(tile) ? strikes[tile] / (inside[tile] * side * side) : 0;
}

DensityTiles density_tiles(const std::vector<Strike>& strikes, const numerics::Polygon& window, double side,
                           std::size_t most) {
  const numerics::Polygon area = treated(strikes, window, side);
  if (area.size() < 3) return {};
  DensityTiles tiles = empty_tiles(numerics::bounding_box(area), side, most);
  set_inside(tiles, area);
  std::vector<std::uint32_t> pierced(tiles.size());
  for (const Strike& one : strikes) {
    const std::size_t tile = tiles.at(one.x, one.y);
    if (tile == tiles.size() || !numerics::contains(area, {one.x, one.y})) continue;
    ++tiles.strikes[tile];
    if (!(one.depth > 0)) continue;
    ++pierced[tile];
    tiles.mean_depth[tile] += one.depth;
  }
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    if (pierced[i] > 0) tiles.mean_depth[i] /= pierced[i];
  }
  return tiles;
}

double densest_shown(const DensityTiles& tiles) {
  constexpr std::size_t k_hundred = 100;
  std::vector<double> told;
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    if (tiles.is_told(i)) told.push_back(tiles.density(i));
  }
  if (told.empty()) return 0;
  const auto rank = static_cast<std::ptrdiff_t>(told.size() - 1 - told.size() / k_hundred);
  std::nth_element(told.begin(), told.begin() + rank, told.end());
  return told[static_cast<std::size_t>(rank)];
}

}  // namespace percuta::report
