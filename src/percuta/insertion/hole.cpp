#include "percuta/insertion/hole.hpp"

namespace percuta::insertion {

HoleLeft::HoleLeft(const NeedleForm& form, const Contact& contact)
    : form_(form), recoil_(contact.recoil), closed_(height_where(form, contact.closing_radius)) {}

Hole HoleLeft::operator()(double depth) const {
  if (!(depth > closed_)) return {};
  return {depth - closed_, recoil_ * 2 * radius_at(form_, depth)};
}

}  // namespace percuta::insertion
