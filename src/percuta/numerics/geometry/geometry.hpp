#pragma once

#include "percuta/numerics/geometry/cell_list.hpp"
#include "percuta/numerics/geometry/polygon.hpp"
#include "percuta/numerics/geometry/polygon_overlap.hpp"

/// Shapes of the skin's plane and what lies in them.
/// Begin with  Point; Polygon, corners in order; CellList, points that find their neighbours
/// Beside      shared_area (two polygons), convex_hull, cover_by (how often a window is covered)
/// Example     a square centimetre, half of it covered, and its nearest point
///
///     const Polygon square = {{0, 0}, {1e-2, 0}, {1e-2, 1e-2}, {0, 1e-2}};
///     const Polygon half = clipped(square, {{0, 0}, {0.5e-2, 1e-2}});
///     const double share = shared_area(square, half) / area(square);  // 0.5
///     CellList points(bounding_box(square), 1e-3);
///     points.add({2e-3, 2e-3});
///     points.add({8e-3, 2e-3});
///     const std::int32_t nearest = points.nearest({7e-3, 2e-3}, 2e-3);  // 1, the second
namespace percuta::numerics {}
