#pragma once

#include <string>
#include <vector>

#include "percuta/report/tables/tables.hpp"

namespace percuta::report {

/// The density of a run's strikes as VTK's XML (.vtr), lengths in mm, z into the skin with layers that grow with depth.
/// Per cell: `strikes_per_cm2` and `mean_depth_mm` of its tile, and `reaching_per_cm2`, the strikes that get deeper
/// than the cell's upper face.
std::string density_vtr(const DensityTiles& tiles, const std::vector<Strike>& strikes);

}  // namespace percuta::report
