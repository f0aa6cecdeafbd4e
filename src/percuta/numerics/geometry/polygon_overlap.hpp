#pragma once

#include "percuta/numerics/geometry/polygon.hpp"

namespace percuta::numerics {

/// Area that two simple polygons share [m2]: exact, by slabs between all corners and crossings, whatever their shape
/// and however their edges lie on each other.
double shared_area(const Polygon& a, const Polygon& b);

}  // namespace percuta::numerics
