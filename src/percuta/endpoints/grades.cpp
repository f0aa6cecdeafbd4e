#include "percuta/endpoints/grades.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace percuta::endpoints {

double normal_share(double x) {
  return 0.5 * std::erfc(-x / std::numbers::sqrt2);
}

double share_better(double improvement, double first, int grades, const GradeMap& map) {
  const double change = improvement * first;
  if (!(change > 0)) return 0;
  const double cut = map.one_grade + (grades - 1);
  return normal_share((change - cut) / (map.people_spread * change));
}

double rater_term(const Treated& treated, const GradeMap& map) {
  return treated.sessions.empty() ? 0 : double(map.rater);
}

double rated(double tissue, const Treated& treated, const GradeMap& map) {
  return std::max(0.0, tissue - rater_term(treated, map));
}

}  // namespace percuta::endpoints
