#include <algorithm>

#include "percuta/endpoints/methods.hpp"
#include "percuta/endpoints/tissue/tissue.hpp"

namespace percuta::endpoints {
namespace {

Measured measure(const Basis& basis) {
  const std::vector<double> course =
      read_off(basis.course().papillary, [](const healing::Moment& moment) { return moment.making; });
  const double peak = course.empty() ? k_undefined : *std::max_element(course.begin(), course.end());
  return {{peak, last_of(course)}, {course}};
}

}  // namespace

Method making() {
  return {
      {.name = "making",
       .is_assumed = false,
       .set_by = "procollagen of people of 18 to 29 years against people over 80",
       .blind_to = "creams that make skin make collagen",
       .numbers = {{"making", "1",
                    "Making of collagen in the papillary dermis over that of untouched young skin, at its most"},
                   {"making_at_horizon", "1",
                    "Making of collagen in the papillary dermis over that of untouched young skin at the horizon"}},
       .curves = {{"making_course", "1", "Making of collagen over that of untouched young skin", "endpoints_making"}}},
      measure};
}

}  // namespace percuta::endpoints
