#include "percuta/endpoints/grades.hpp"
#include "percuta/endpoints/looks/looks.hpp"
#include "percuta/endpoints/methods.hpp"
#include "percuta/endpoints/tissue/tissue.hpp"

namespace percuta::endpoints {
namespace {

Measured measure(const Basis& basis) {
  const GradeMap& grade = basis.maps.grade;
  const std::vector<double> course = scar_depth(basis, basis.maps.scar.other_tether, basis.maps.scar.striae_share);
  const double left = last_of(course), as_rated = rated(left, basis.treated, grade);
  const double first = grade.striae_first;
  return {{left, as_rated, share_better(1 - left, first, 1, grade), share_better(1 - as_rated, first, 1, grade)},
          {course}};
}

}  // namespace

Method striae() {
  return {{.name = "striae",
           .is_assumed = true,
           .set_by = "the fall of acne scars",
           .blind_to = "colour",
           .numbers = {{"striae", "1", "Score of striae over its first value at the horizon"},
                       {"striae_rated", "1", "The same as raters would tell it"},
                       {"striae_better", "1", "Share of people at least one grade of the striae's score better"},
                       {"striae_better_rated", "1", "The same as raters would tell it"}},
           .curves = {{"striae_course", "1", "Score of striae over its first value", "endpoints_relief"}}},
          measure};
}

}  // namespace percuta::endpoints
