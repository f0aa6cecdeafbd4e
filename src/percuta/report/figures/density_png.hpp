#pragma once

#include <string>

#include "percuta/report/tables/tables.hpp"

namespace percuta::report {

/// A picture of the density map alone, no axes: 8-bit RGBA, clear outside the window, its text chunk tells the scale.
std::string density_png(const DensityTiles& tiles);

}  // namespace percuta::report
