#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "percuta/numerics/geometry/polygon.hpp"

/// How many needles strike each small square of the treated window.
namespace percuta::report {

/// One needle meeting the skin [m]; depth 0 = it did not pierce.
struct Strike {
  double x = 0, y = 0, depth = 0;
};

/// Square tiles in rows over the window's box; lists have the shape (columns, rows), x running fastest. Plain counts:
/// nothing is smoothed.
struct DensityTiles {
  static constexpr double k_least_share = 0.25;  ///< Of a tile that must lie in the window for its density to be told.

  numerics::Point low;  ///< corner of the first tile [m]
  double side = 0;      ///< of a tile [m]
  std::size_t columns = 0, rows = 0;
  std::vector<std::uint32_t> strikes;  ///< inside the window
  std::vector<double> inside;          ///< share of the tile that lies in the window [1]
  std::vector<double> mean_depth;      ///< of those that pierced [m], 0 where none did

  std::size_t size() const { return columns * rows; }
  /// The tile of a place, size() beyond all tiles.
  std::size_t at(double x, double y) const;
  /// Strikes per area of the window in this tile [1/m2]. 0 where less than a quarter of it is window: too little to
  /// tell.
  double density(std::size_t tile) const;
  bool is_told(std::size_t tile) const { return inside[tile] >= k_least_share; }
};

/// Tiles with corners at whole multiples of `side` [m]; the side is doubled until there are at most `most` tiles. A
/// window of fewer than three corners is the box of the strikes.
DensityTiles density_tiles(const std::vector<Strike>& strikes, const numerics::Polygon& window, double side,
                           std::size_t most);

/// Where a scale of colours ends [1/m2]: the densest tile, but for the top hundredth of them.
double densest_shown(const DensityTiles& tiles);

}  // namespace percuta::report
