#include <algorithm>

#include "percuta/insertion/drives/drives.hpp"
#include "percuta/insertion/drives/drum_balance.hpp"

namespace percuta::insertion {

std::vector<double> rolled(const Strikes& strikes) {
  double most = 0;
  for (const punctures::Puncture& p : strikes.punctures.all) most = std::max(most, p.force);
  const StandoffByForce standoff(DrumBalance(strikes.device, strikes.ground, strikes.curve), most);
  std::vector<double> protrusion;
  protrusion.reserve(strikes.punctures.all.size());
  for (const punctures::Puncture& p : strikes.punctures.all) {
    protrusion.push_back(std::max(0.0, p.length - standoff(p.force)));
  }
  return protrusion;
}

double roll_force_for(const Strikes& strikes, double protrusion) {
  return DrumBalance(strikes.device, strikes.ground, strikes.curve).force_for(protrusion);
}

}  // namespace percuta::insertion
