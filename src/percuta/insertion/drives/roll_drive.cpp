#include <algorithm>

#include "percuta/insertion/drives/drives.hpp"
#include "percuta/insertion/drives/drum_balance.hpp"

namespace percuta::insertion {

std::vector<double> rolled(const Strikes& strikes) {
  const StandoffTable drum = drum_balance(strikes.device, strikes.curve);
  std::vector<double> protrusion;
  protrusion.reserve(strikes.punctures.all.size());
  for (const punctures::Puncture& p : strikes.punctures.all) {
    protrusion.push_back(std::max(0.0, p.length - drum.standoff(p.force)));
  }
  return protrusion;
}

}  // namespace percuta::insertion
