#pragma once

#include <string>
#include <vector>

#include "percuta/report/compare/compare.hpp"
#include "percuta/report/figures/density_tiles.hpp"

/// The density of a run's strikes in the formats of other programs.
namespace percuta::report {

/// x_mm,y_mm (middle of the tile),strikes,window_share,density_per_cm2,mean_depth_mm; tiles outside the window left
/// out.
std::string density_csv(const DensityTiles& tiles);

/// A rectilinear grid as VTK's XML (.vtr), lengths in mm, z into the skin with layers that grow with depth. Per cell:
/// `strikes_per_cm2` and `mean_depth_mm` of its tile, and `reaching_per_cm2`, the strikes that get deeper than the
/// cell's upper face.
std::string density_vtr(const DensityTiles& tiles, const std::vector<Strike>& strikes);

/// A picture of the map alone, no axes: 8-bit RGBA, clear outside the window, its text chunk tells the scale.
std::string density_png(const DensityTiles& tiles);

/// The figure, with axes and key.
std::string density_map_svg(const DensityTiles& tiles, const KeptRun& run, const KeptSite& site);

/// Where the scale of colours ends [1/m2]: the densest tile, but for the top hundredth of them.
double densest_shown(const DensityTiles& tiles);

}  // namespace percuta::report
