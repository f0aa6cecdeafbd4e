#include <algorithm>

#include "percuta/endpoints/grades.hpp"
#include "percuta/endpoints/methods.hpp"
#include "percuta/endpoints/tissue/tissue.hpp"

namespace percuta::endpoints {
namespace {

Measured measure(const Basis& basis) {
  const GradeMap& grade = basis.maps.grade;
  const SmoothingMap& map = basis.maps.smoothing;
  const double share = basis.treated.is_expression_line ? double(map.expression_line) : 1;
  std::vector<double> course = gain(basis.course().papillary);
  for (std::size_t i = 0; i < course.size(); ++i) {
    const double fall = share * (basis.sizes.wrinkle * course[i] + map.wrinkle * basis.epidermis[i]);
    course[i] = std::max(0.0, 1 - fall);
  }
  const double left = last_of(course), as_rated = rated(left, basis.treated, grade);
  const double first = grade.wrinkle_first;
  return {{left, as_rated, share_better(1 - left, first, 1, grade), share_better(1 - as_rated, first, 1, grade)},
          {course}};
}

}  // namespace

Method wrinkle() {
  return {{.name = "wrinkle",
           .is_assumed = false,
           .set_by = "neck wrinkles 26 percent shallower three months after four monthly pen sessions",
           .blind_to = "muscle",
           .numbers = {{"wrinkle", "1", "Wrinkle depth over its first value at the horizon"},
                       {"wrinkle_rated", "1", "The same as raters would tell it"},
                       {"wrinkle_better", "1", "Share of people at least one grade of the Lemperle scale better"},
                       {"wrinkle_better_rated", "1", "The same as raters would tell it"}},
           .curves = {{"wrinkle_course", "1", "Wrinkle depth over its first value", "endpoints_relief"}}},
          measure};
}

}  // namespace percuta::endpoints
