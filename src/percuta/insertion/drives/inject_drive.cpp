#include "percuta/base/result_column.hpp"
#include "percuta/insertion/drives/drives.hpp"

namespace percuta::insertion {

std::vector<double> injected(const Strikes& strikes) {
  std::vector<double> protrusion;
  protrusion.reserve(strikes.punctures.all.size());
  for (const punctures::Puncture& p : strikes.punctures.all) protrusion.push_back(p.length);
  return protrusion;
}

double inject_force_for(const Strikes&, double) {
  return k_undefined;
}

}  // namespace percuta::insertion
