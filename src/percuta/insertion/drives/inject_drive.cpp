#include "percuta/insertion/drives/drives.hpp"

namespace percuta::insertion {

std::vector<double> injected(const Strikes& strikes) {
  std::vector<double> protrusion;
  protrusion.reserve(strikes.punctures.all.size());
  for (const punctures::Puncture& p : strikes.punctures.all) protrusion.push_back(p.length);
  return protrusion;
}

}  // namespace percuta::insertion
