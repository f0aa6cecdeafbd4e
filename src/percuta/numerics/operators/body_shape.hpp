#pragma once

#include <functional>

namespace percuta::numerics {

/// A place in the skin, z down from the surface [m].
struct SkinPlace {
  double x = 0, y = 0, z = 0;
};

/// A body by how far a place lies outside of it [m]: negative inside, 0 on its surface, nowhere steeper than 1 (a
/// distance, or a bound of it).
using BodyShape = std::function<double(SkinPlace)>;

/// InputError when a radius or length is not positive.
BodyShape sphere(SkinPlace middle, double radius);
/// A cone, its stump or a cylinder, tilted as its axis lies. One radius may be 0: a tip.
struct Tapered {
  SkinPlace from, to;                     ///< ends of its axis
  double radius_from = 0, radius_to = 0;  ///< [m]
};
BodyShape tapered(const Tapered& cone);
/// All that lies on the side of a plane that `normal` points away from; `normal` of any length but 0.
BodyShape half_space(SkinPlace on_plane, SkinPlace normal);
/// What the body leaves free.
BodyShape outside(BodyShape body);
/// What lies in one body or the other; in both. Where two bodies only touch, `either` is 0 as on a surface. `hold_body`
/// closes such seams, but let parts overlap: it may refuse touching parts under a cell long of a body under two wide.
BodyShape either(BodyShape a, BodyShape b);
BodyShape both(BodyShape a, BodyShape b);

}  // namespace percuta::numerics
