#pragma once

#include "percuta/insertion/insertion.hpp"
#include "percuta/insertion/needle/needle_form.hpp"

namespace percuta::insertion {

/// What stays when the needle has gone.
struct Hole {
  double depth = 0;  ///< along the needle's way [m]
  double width = 0;  ///< at the surface; 0 with depth 0 [m]
};

/// The hole shrinks to `recoil` of the needle's width. The dermis springs shut behind the needle, the stiff top does
/// not: it stays open to min(d, open_depth + open_depth_per_width width).
class HoleLeft {
 public:
  HoleLeft(const NeedleForm& form, const Contact& contact);
  Hole operator()(double depth) const;  ///< of a needle that was `depth` deep along its axis [m]

 private:
  NeedleForm form_;
  double recoil_ = 0, open_depth_ = 0, per_width_ = 0;
};

}  // namespace percuta::insertion
