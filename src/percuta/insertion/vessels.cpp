#include "percuta/insertion/vessels.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace percuta::insertion {

VesselHits::VesselHits(const NeedleForm& form, const skin::Skin& skin, const Contact& contact)
    : form_(form),
      density_(contact.capillary_density),
      width_(contact.capillary_width),
      spacing_(contact.plexus_spacing),
      loops_top_(skin.top_of("papillary_dermis")),
      loops_bottom_(skin.bottom_of("papillary_dermis")) {
  const double reticular = skin.bottom_of("reticular_dermis");
  const double bottom = std::isfinite(reticular) ? reticular : loops_bottom_;
  plexus_ = loops_top_ + contact.plexus_share * (bottom - loops_top_);
}

double VesselHits::operator()(double depth) const {
  if (!(depth > loops_top_)) return 0;
  const double crack = 2 * radius_at(form_, depth - loops_top_);
  const double share = std::min(1.0, (depth - loops_top_) / (loops_bottom_ - loops_top_));
  const double loops = density_ * (crack * width_ + std::numbers::pi * width_ * width_ / 4) * share;
  if (!(depth > plexus_)) return loops;
  return loops + 2 / std::numbers::pi * 2 * radius_at(form_, depth - plexus_) / spacing_;
}

}  // namespace percuta::insertion
