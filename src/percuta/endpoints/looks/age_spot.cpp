#include <algorithm>
#include <cmath>

#include "percuta/endpoints/methods.hpp"
#include "percuta/endpoints/tissue/thickening.hpp"
#include "percuta/endpoints/tissue/tissue.hpp"

namespace percuta::endpoints {
namespace {

/// s' = (1 - s) / return time - shed(t) s, as the departure s - 1 so that untouched skin stays exactly untouched; the
/// rate of shedding is held at its mean between two times.
std::vector<double> pigment_left(const Basis& basis) {
  const std::vector<double>& times = basis.times();
  const double back = 1 / basis.maps.age_spot.return_time;
  const double shedding = basis.maps.age_spot.shedding / basis.maps.epidermis.renewal_time;
  const std::vector<double> cells = more_cells(basis.course(), basis.maps.epidermis);
  std::vector<double> left(cells.size(), 1);
  double departure = 0;
  for (std::size_t i = 1; i < cells.size(); ++i) {
    const double shed = shedding * 0.5 * (cells[i - 1] + cells[i]);
    const double lost = -std::expm1(-(back + shed) * (times[i] - times[i - 1]));
    departure += lost * (-shed / (back + shed) - departure);
    left[i] = 1 + departure;
  }
  return left;
}

Measured measure(const Basis& basis) {
  const std::vector<double> course = pigment_left(basis);
  const double least = course.empty() ? k_undefined : *std::min_element(course.begin(), course.end());
  return {{last_of(course), least}, {course}};
}

}  // namespace

Method age_spot() {
  return {
      {.name = "age_spot",
       .is_assumed = true,
       .set_by = "",
       .blind_to = "drugs against pigment",
       .numbers = {{"age_spot", "1", "Melanin index of an age spot over its first value at the horizon"},
                   {"age_spot_least", "1", "The same at its faintest"}},
       .curves = {{"age_spot_course", "1", "Melanin index of an age spot over its first value", "endpoints_age_spot"}}},
      measure};
}

}  // namespace percuta::endpoints
