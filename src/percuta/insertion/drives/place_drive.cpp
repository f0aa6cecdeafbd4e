#include <algorithm>
#include <utility>

#include "percuta/insertion/drives/drives.hpp"
#include "percuta/insertion/drives/hand_share.hpp"
#include "percuta/insertion/impact.hpp"

namespace percuta::insertion {
Pushed placed(const Strikes& strikes) {
  const HandShare share = hand_share(strikes.device, strikes.places, strikes.skin);
  const NeedleCurve& curve = strikes.curve;
  std::vector<double> protrusion;
  protrusion.reserve(strikes.punctures.all.size());
  double force = -1, standoff = 0;  // needles that go in at once share one force
  for (const punctures::Puncture& p : strikes.punctures.all) {
    if (p.force != force) {
      force = p.force;
      standoff = curve.longest() - curve.protrusion_under(force * share.of_force);
    }
    protrusion.push_back(share.drives(static_cast<std::size_t>(p.needle)) ? std::max(0.0, p.length - standoff) : 0);
  }
  const double of_force = share.of_force;
  return {std::move(protrusion), [&curve, of_force](double way) { return curve.most_force_to(way) / of_force; }};
}

std::vector<double> struck(const Strikes& strikes) {
  const device::Applicator& applicator = strikes.device.applicator;
  std::vector<double> protrusion(strikes.punctures.all.size());
  if (!(applicator.mass > 0) || !(applicator.speed > 0)) return protrusion;
  const HandShare share = hand_share(strikes.device, strikes.places, strikes.skin);
  const Impact impact = impact_of(strikes.device, strikes.skin, share.bed, applicator.mass, applicator.speed);
  const double standoff = strikes.curve.longest() - impact_protrusion(strikes.curve, impact);
  for (std::size_t i = 0; i < protrusion.size(); ++i) {
    const punctures::Puncture& p = strikes.punctures.all[i];
    protrusion[i] = share.drives(static_cast<std::size_t>(p.needle)) ? std::max(0.0, p.length - standoff) : 0;
  }
  return protrusion;
}

}  // namespace percuta::insertion
