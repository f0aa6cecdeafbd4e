#pragma once

#include <vector>

#include "percuta/report/tables/density_tiles.hpp"

/// A window of 4 x 2 mm with three strikes, in tiles of 1 mm.
namespace percuta::report {

inline std::vector<Strike> three_strikes() {
  return {{0.0005, 0.0005, 0.0001}, {0.0006, 0.0005, 0.0003}, {0.0025, 0.0015, 0}};
}

inline DensityTiles eight_tiles() {
  return density_tiles(three_strikes(), {{0, 0}, {0.004, 0}, {0.004, 0.002}, {0, 0.002}}, 0.001, 1000);
}

}  // namespace percuta::report
