#include <cmath>

#include "percuta/endpoints/methods.hpp"
#include "percuta/endpoints/tissue/tissue.hpp"

namespace percuta::endpoints {
namespace {

/// New collagen ever made in the dermis, per time: what is there and what has left by maturing or loss.
std::vector<double> ever_made(const Basis& basis) {
  const healing::Rates& rates = basis.treated.rates;
  const std::vector<double>& times = basis.times();
  const double leaving = rates.maturing + rates.three_loss;
  const std::vector<double> young =
      read_off(basis.course().dermis, [](const healing::Moment& moment) { return moment.tissue.three; });
  std::vector<double> made = young;
  double left = 0;
  for (std::size_t i = 1; i < young.size(); ++i) {
    left += leaving * 0.5 * (young[i - 1] + young[i]) * (times[i] - times[i - 1]);
    made[i] = young[i] + left;
  }
  return made;
}

Measured measure(const Basis& basis) {
  const DermisMap& map = basis.maps.dermis;
  std::vector<double> course = gain(basis.course().dermis);
  const std::vector<double> made = ever_made(basis);
  for (std::size_t i = 0; i < course.size(); ++i) {
    course[i] = std::pow(1 + course[i], map.firmness_exponent) * (1 + map.firmness_new * made[i]);
  }
  return {{last_of(course)}, {course}};
}

}  // namespace

Method laxity() {
  return {{.name = "laxity",
           .is_assumed = true,
           .set_by = "",
           .blind_to = "fat, elastic fibres",
           .numbers = {{"laxity", "1",
                        "Elasticity, as a suction device (Cutometer) tells it, over untouched skin at the horizon: "
                        "above 1 is firmer"}},
           .curves = {{"laxity_course", "1", "Elasticity over untouched skin", "endpoints_laxity"}}},
          measure};
}

}  // namespace percuta::endpoints
