#pragma once

#include "percuta/insertion/insertion.hpp"
#include "percuta/insertion/needle/needle_form.hpp"

namespace percuta::insertion {

/// Small vessels that a needle meets on its way, on average.
///   loops    stand upright in the papillary dermis:  density pi (r + w / 2)^2, times the share of that layer passed
///   plexus   lies flat, lines `spacing` apart:       2 (r + w / 2) / spacing, for needles that come so deep
/// r: the needle's radius where it passes the top of that layer, or the plexus; w the vessels' width.
class VesselHits {
 public:
  VesselHits(const NeedleForm& form, const skin::Skin& skin, const Contact& contact);
  double operator()(double depth) const;  ///< for a needle `depth` deep [1]

 private:
  NeedleForm form_;
  double density_ = 0, half_width_ = 0, spacing_ = 0;
  double loops_top_ = 0, loops_bottom_ = 0, plexus_ = 0;  ///< depths [m]
};

}  // namespace percuta::insertion
