#include "percuta/endpoints/grades.hpp"
#include "percuta/endpoints/looks/looks.hpp"
#include "percuta/endpoints/methods.hpp"
#include "percuta/endpoints/tissue/tissue.hpp"

namespace percuta::endpoints {
namespace {

Measured measure(const Basis& basis) {
  const ScarMap& map = basis.maps.scar;
  const GradeMap& grade = basis.maps.grade;
  const std::vector<double> course = scar_depth(basis, mixed_tether(map), 1);
  const double left = last_of(course), as_rated = rated(left, basis.treated, grade);
  const auto better = [&grade](double remaining, int grades) {
    return share_better(1 - remaining, grade.acne_scar_first, grades, grade);
  };
  return {{left, as_rated, better(left, 1), better(as_rated, 1), better(left, 2), better(as_rated, 2),
           last_of(scar_depth(basis, map.rolling_tether, 1)), last_of(scar_depth(basis, map.boxcar_tether, 1)),
           last_of(scar_depth(basis, map.ice_pick_tether, 1))},
          {course}};
}

}  // namespace

double mixed_tether(const ScarMap& map) {
  const double tied = map.rolling_weight * map.rolling_tether + map.boxcar_weight * map.boxcar_tether +
                      map.ice_pick_weight * map.ice_pick_tether;
  return tied / (map.rolling_weight + map.boxcar_weight + map.ice_pick_weight);
}

Method acne_scar() {
  return {{.name = "acne_scar",
           .is_assumed = false,
           .set_by = "score down by 45 percent eight weeks after five monthly rollings",
           .blind_to = "release of what ties a scar down",
           .numbers = {{"acne_scar", "1",
                        "Score of mixed acne scars (Goodman-Baron, ECCA) over its first value at the horizon"},
                       {"acne_scar_rated", "1", "The same as raters would tell it"},
                       {"acne_scar_better", "1", "Share of people at least one grade of Goodman and Baron better"},
                       {"acne_scar_better_rated", "1", "The same as raters would tell it"},
                       {"acne_scar_two_better", "1", "Share of people at least two grades of Goodman and Baron better"},
                       {"acne_scar_two_better_rated", "1", "The same as raters would tell it"},
                       {"acne_scar_rolling", "1", "Depth of rolling acne scars over its first value at the horizon"},
                       {"acne_scar_boxcar", "1", "Depth of boxcar acne scars over its first value at the horizon"},
                       {"acne_scar_ice_pick", "1", "Depth of ice-pick acne scars over its first value at the horizon"}},
           .curves = {{"acne_scar_course", "1", "Score of mixed acne scars over its first value", "endpoints_relief"}}},
          measure};
}

}  // namespace percuta::endpoints
