#pragma once

#include <string>

#include "percuta/report/tables/density_tiles.hpp"

namespace percuta::report {

/// x_mm,y_mm (middle of the tile),strikes,window_share,density_per_cm2,mean_depth_mm; tiles outside the window left
/// out.
std::string density_csv(const DensityTiles& tiles);

}  // namespace percuta::report
