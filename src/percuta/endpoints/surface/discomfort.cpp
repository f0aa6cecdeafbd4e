#include <algorithm>
#include <cmath>

#include "percuta/endpoints/methods.hpp"

namespace percuta::endpoints {
namespace {

constexpr int k_top = 10;                              // of the scale
constexpr int k_per_metre = 1000, k_per_area = 10000;  // the form is in mm and 1/cm2

double during(const Surface& session, const DiscomfortMap& map) {
  const double depth = known(session.depth) * k_per_metre, density = known(session.strikes) / k_per_area;
  if (!(depth > 0 && density > 0)) return 0;
  const double amount = map.size * std::pow(depth, map.depth_exponent) * std::pow(density, map.density_exponent);
  const double felt = -k_top * std::expm1(-amount);
  return session.is_numbed ? map.numbed * felt : felt;
}

Measured measure(const Basis& basis) {
  double most = 0;
  for (const Surface& session : basis.treated.sessions) {
    most = std::max(most, during(session, basis.maps.discomfort));
  }
  return {{most}, {}};
}

}  // namespace

Method discomfort() {
  return {{.name = "discomfort",
           .is_assumed = true,
           .set_by = "pain of needling striae, known when the size was set",
           .blind_to = "getting used to it",
           .numbers = {{"discomfort", "1", "Discomfort of the session that hurts most, from 0 to 10"}},
           .curves = {}},
          measure};
}

}  // namespace percuta::endpoints
