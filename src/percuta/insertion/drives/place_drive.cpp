#include <algorithm>

#include "percuta/insertion/drives/drives.hpp"
#include "percuta/insertion/impact.hpp"
#include "percuta/insertion/needle_bed.hpp"

namespace percuta::insertion {
namespace {

constexpr double k_hertz_peak = 1.5;  // of a soft round body's pressure in its middle, over the mean

/// How the hand's force comes to the needles.
struct Share {
  Bed bed;                      ///< that is pressed at once
  double of_force = 0;          ///< on a needle, of the whole
  std::vector<bool> is_driven;  ///< by needle
};

/// A pad presses the needles under it alike. Fingers, which no mass moves, press a patch larger than themselves spot by
/// spot until each needle has had the middle of one.
Share share_of_force(const Strikes& strikes) {
  const double radius = pressed_radius(strikes.device, strikes.places, strikes.skin);
  Share share;
  share.bed = pressed_bed(strikes.device, strikes.places, radius);
  bool is_larger = false;
  for (const numerics::Point& p : strikes.places) {
    share.is_driven.push_back(p.x * p.x + p.y * p.y <= radius * radius);
    is_larger = is_larger || !share.is_driven.back();
  }
  const bool by_fingers = strikes.device.kind == "patch" && !(strikes.device.applicator.mass > 0);
  share.of_force = (is_larger && by_fingers ? k_hertz_peak : 1) / share.bed.needles;
  if (by_fingers) share.is_driven.assign(share.is_driven.size(), true);
  return share;
}

double struck(const Strikes& strikes, const Bed& bed) {
  const device::Applicator& applicator = strikes.device.applicator;
  if (!(applicator.mass > 0) || !(applicator.speed > 0)) return 0;
  return impact_protrusion(strikes.curve,
                           impact_of(strikes.device, strikes.skin, bed, applicator.mass, applicator.speed));
}

}  // namespace

std::vector<double> placed(const Strikes& strikes) {
  const Share share = share_of_force(strikes);
  const double by_blow = struck(strikes, share.bed);
  std::vector<double> protrusion;
  protrusion.reserve(strikes.punctures.all.size());
  double force = -1, pressed = 0;  // needles that go in at once share one force
  for (const punctures::Puncture& p : strikes.punctures.all) {
    if (p.force != force) {
      force = p.force;
      pressed = strikes.curve.protrusion_under(force * share.of_force);
    }
    const auto needle = static_cast<std::size_t>(p.needle);
    const bool stays_out = needle < share.is_driven.size() && !share.is_driven[needle];
    const double standoff = strikes.curve.longest() - std::max(by_blow, pressed);
    protrusion.push_back(stays_out ? 0 : std::max(0.0, p.length - standoff));
  }
  return protrusion;
}

double place_force_for(const Strikes& strikes, double protrusion) {
  return strikes.curve.most_force_to(protrusion) / share_of_force(strikes).of_force;
}

}  // namespace percuta::insertion
