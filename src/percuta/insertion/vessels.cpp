#include "percuta/insertion/vessels.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace percuta::insertion {

VesselHits::VesselHits(const NeedleForm& form, const skin::Skin& skin, const Contact& contact)
    : form_(form),
      density_(contact.capillary_density),
      half_width_(0.5 * contact.capillary_width),
      spacing_(contact.plexus_spacing),
      loops_top_(skin.top_of("papillary_dermis")),
      loops_bottom_(skin.bottom_of("papillary_dermis")) {
  const double reticular = skin.bottom_of("reticular_dermis");
  const double bottom = std::isfinite(reticular) ? reticular : loops_bottom_;
  plexus_ = loops_top_ + contact.plexus_share * (bottom - loops_top_);
}

double VesselHits::operator()(double depth) const {
  if (!(depth > loops_top_)) return 0;
  const double reach = radius_at(form_, depth - loops_top_) + half_width_;
  const double share = std::min(1.0, (depth - loops_top_) / (loops_bottom_ - loops_top_));
  const double loops = density_ * std::numbers::pi * reach * reach * share;
  if (!(depth > plexus_)) return loops;
  return loops + 2 * (radius_at(form_, depth - plexus_) + half_width_) / spacing_;
}

}  // namespace percuta::insertion
