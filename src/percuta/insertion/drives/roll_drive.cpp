#include <algorithm>
#include <utility>

#include "percuta/insertion/drives/drives.hpp"
#include "percuta/insertion/drives/drum_balance.hpp"

namespace percuta::insertion {

Pushed rolled(const Strikes& strikes) {
  double most = 0;
  for (const punctures::Puncture& p : strikes.punctures.all) most = std::max(most, p.force);
  DrumBalance balance(strikes.device, strikes.ground, strikes.curve);
  const StandoffByForce standoff(balance, most);
  std::vector<double> protrusion;
  protrusion.reserve(strikes.punctures.all.size());
  for (const punctures::Puncture& p : strikes.punctures.all) {
    protrusion.push_back(std::max(0.0, p.length - standoff(p.force)));
  }
  return {std::move(protrusion), [balance = std::move(balance)](double way) { return balance.force_for(way); }};
}

}  // namespace percuta::insertion
