#include <algorithm>

#include "percuta/endpoints/methods.hpp"
#include "percuta/endpoints/tissue/tissue.hpp"

namespace percuta::endpoints {
namespace {

Measured measure(const Basis& basis) {
  const double size = basis.maps.smoothing.dimples;
  const std::vector<double> course =
      mapped(gain(basis.course().dermis), [size](double gain) { return std::max(0.0, 1 - size * gain); });
  return {{last_of(course)}, {course}};
}

}  // namespace

Method cellulite() {
  return {{.name = "cellulite",
           .is_assumed = true,
           .set_by = "",
           .blind_to = "fat and the septa that tie the skin down: what happens to them is not stated",
           .numbers = {{"cellulite", "1", "Dimpling over its first value at the horizon, from a thicker dermis alone"}},
           .curves = {{"cellulite_course", "1", "Dimpling over its first value", "endpoints_relief"}}},
          measure};
}

}  // namespace percuta::endpoints
