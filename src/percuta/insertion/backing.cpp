#include "percuta/insertion/backing.hpp"

#include <numbers>

namespace percuta::insertion {

double backing_compliance(const device::Applicator& applicator, const Bed& bed) {
  if (!(applicator.backing_modulus > 0) || !(applicator.backing_thickness > 0)) return 0;
  const double area = std::numbers::pi * bed.footprint * bed.footprint / bed.needles;
  return applicator.backing_thickness / (applicator.backing_modulus * area);
}

}  // namespace percuta::insertion
