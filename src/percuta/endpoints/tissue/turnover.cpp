#include <algorithm>

#include "percuta/endpoints/methods.hpp"
#include "percuta/endpoints/tissue/thickening.hpp"
#include "percuta/endpoints/tissue/tissue.hpp"

namespace percuta::endpoints {
namespace {

/// Cells made, over the thickness that they renew.
Measured measure(const Basis& basis) {
  std::vector<double> course = more_cells(basis.course(), basis.maps.epidermis);
  const std::vector<double> collagen = gain(basis.course().papillary);
  for (std::size_t i = 0; i < course.size(); ++i) {
    course[i] = (1 + course[i] + basis.sizes.epidermis * collagen[i]) / (1 + basis.epidermis[i]);
  }
  const double peak = course.empty() ? k_undefined : *std::max_element(course.begin(), course.end());
  return {{peak, last_of(course)}, {course}};
}

}  // namespace

Method turnover() {
  return {
      {.name = "turnover",
       .is_assumed = true,
       .set_by = "",
       .blind_to = "age, with which the epidermis renews itself more slowly",
       .numbers = {{"turnover", "1", "Renewal of the epidermis over that of untouched skin, at its fastest"},
                   {"turnover_at_horizon", "1", "Renewal of the epidermis over that of untouched skin at the horizon"}},
       .curves = {{"turnover_course", "1", "Renewal of the epidermis over that of untouched skin",
                   "endpoints_making"}}},
      measure};
}

}  // namespace percuta::endpoints
