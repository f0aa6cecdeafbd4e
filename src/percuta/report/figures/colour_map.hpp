#pragma once

#include <string>

namespace percuta::report {

/// A colour "#rrggbb" for a share in [0, 1] (clamped): dark blue over grey to yellow, evenly graded to the eye, the
/// same order for every kind of colour sight, and in grey print. The yellow end stops short of what fades on white
/// paper.
std::string colour_of(double share);

}  // namespace percuta::report
