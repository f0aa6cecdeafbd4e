#pragma once

#include "percuta/insertion/insertion.hpp"
#include "percuta/insertion/needle/needle_form.hpp"

namespace percuta::insertion {

/// Small vessels that a needle cuts on its way, on average. Only its crack cuts, as long as the needle is wide, 2 r:
///   loops    stand upright in the papillary dermis:  density (2 r w + pi w^2 / 4), times the share of that layer
///   passed plexus   lies flat, lines `spacing` apart in any direction:  (2 / pi) 2 r / spacing, for needles that come
///   so deep
/// r: the needle's radius where it passes the top of that layer, or the plexus; w the loops' width.
class VesselHits {
 public:
  VesselHits(const NeedleForm& form, const skin::Skin& skin, const Contact& contact);
  double operator()(double depth) const;  ///< for a needle `depth` deep [1]

 private:
  NeedleForm form_;
  double density_ = 0, width_ = 0, spacing_ = 0;
  double loops_top_ = 0, loops_bottom_ = 0, plexus_ = 0;  ///< depths [m]
};

}  // namespace percuta::insertion
