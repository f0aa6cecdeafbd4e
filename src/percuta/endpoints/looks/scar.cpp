#include <algorithm>

#include "percuta/endpoints/grades.hpp"
#include "percuta/endpoints/looks/looks.hpp"
#include "percuta/endpoints/methods.hpp"
#include "percuta/endpoints/tissue/tissue.hpp"

namespace percuta::endpoints {
namespace {

Measured measure(const Basis& basis) {
  const std::vector<double> course = scar_depth(basis, basis.maps.scar.other_tether, 1);
  const double left = last_of(course);
  return {{left, rated(left, basis.treated, basis.maps.grade)}, {course}};
}

}  // namespace

std::vector<double> scar_depth(const Basis& basis, double tether, double share) {
  const double rise = share * basis.sizes.scar * (1 - tether);
  return mapped(gain(basis.course().dermis), [rise](double gain) { return std::max(0.0, 1 - rise * gain); });
}

Method scar() {
  return {{.name = "scar",
           .is_assumed = true,  // the tether of such a scar; its size is that of acne scars
           .set_by = "the fall of acne scars",
           .blind_to = "release of what ties a scar down, raised scars, colour",
           .numbers = {{"scar", "1", "Depth of a sunken scar over its first value at the horizon"},
                       {"scar_rated", "1", "The same as raters would tell it"}},
           .curves = {{"scar_course", "1", "Depth of a sunken scar over its first value", "endpoints_relief"}}},
          measure};
}

}  // namespace percuta::endpoints
