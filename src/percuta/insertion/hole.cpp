#include "percuta/insertion/hole.hpp"

#include <algorithm>

namespace percuta::insertion {

HoleLeft::HoleLeft(const NeedleForm& form, const Contact& contact)
    : form_(form), recoil_(contact.recoil), open_depth_(contact.open_depth), per_width_(contact.open_depth_per_width) {}

Hole HoleLeft::operator()(double depth) const {
  if (!(depth > 0)) return {};
  const double width = recoil_ * 2 * radius_at(form_, depth);
  return {std::min(depth, open_depth_ + per_width_ * width), width};
}

double widest_hole(const device::Device& device, const Contact& contact) {
  return contact.recoil * 2 * needle_form(device.needle).base_radius;
}

}  // namespace percuta::insertion
