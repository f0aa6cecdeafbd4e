#include <algorithm>

#include "percuta/endpoints/methods.hpp"
#include "percuta/endpoints/tissue/tissue.hpp"

namespace percuta::endpoints {
namespace {

Measured measure(const Basis& basis) {
  const double size = basis.maps.smoothing.texture;
  const std::vector<double> course =
      mapped(basis.epidermis, [size](double more) { return std::max(0.0, 1 - size * more); });
  return {{last_of(course)}, {course}};
}

}  // namespace

Method texture() {
  return {{.name = "texture",
           .is_assumed = true,
           .set_by = "",
           .blind_to = "pores",
           .numbers = {{"texture", "1", "Roughness over its first value at the horizon"}},
           .curves = {{"texture_course", "1", "Roughness over its first value", "endpoints_relief"}}},
          measure};
}

}  // namespace percuta::endpoints
