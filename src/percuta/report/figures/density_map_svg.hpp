#pragma once

#include <string>

#include "percuta/numerics/geometry/polygon.hpp"
#include "percuta/report/figures/figure_words.hpp"
#include "percuta/report/tables/tables.hpp"

namespace percuta::report {

/// The places that a map shows [m]; either may be empty.
struct MapGround {
  numerics::Polygon outline, window;
};

/// The density of strikes as a figure, with axes and key.
std::string density_map_svg(const DensityTiles& tiles, const FigureOrigin& origin, const MapGround& ground);

}  // namespace percuta::report
