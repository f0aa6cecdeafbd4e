#include <algorithm>
#include <utility>

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

/// Whether a strike's needle stands where nothing drives it.
bool stays_out(const Share& share, const punctures::Puncture& p) {
  const auto needle = static_cast<std::size_t>(p.needle);
  return needle < share.is_driven.size() && !share.is_driven[needle];
}

}  // namespace

Pushed placed(const Strikes& strikes) {
  const Share share = share_of_force(strikes);
  const NeedleCurve& curve = strikes.curve;
  std::vector<double> protrusion;
  protrusion.reserve(strikes.punctures.all.size());
  double force = -1, standoff = 0;  // needles that go in at once share one force
  for (const punctures::Puncture& p : strikes.punctures.all) {
    if (p.force != force) {
      force = p.force;
      standoff = curve.longest() - curve.protrusion_under(force * share.of_force);
    }
    protrusion.push_back(stays_out(share, p) ? 0 : std::max(0.0, p.length - standoff));
  }
  const double of_force = share.of_force;
  return {std::move(protrusion), [&curve, of_force](double way) { return curve.most_force_to(way) / of_force; }};
}

std::vector<double> struck(const Strikes& strikes) {
  const device::Applicator& applicator = strikes.device.applicator;
  std::vector<double> protrusion(strikes.punctures.all.size());
  if (!(applicator.mass > 0) || !(applicator.speed > 0)) return protrusion;
  const Share share = share_of_force(strikes);
  const Impact impact = impact_of(strikes.device, strikes.skin, share.bed, applicator.mass, applicator.speed);
  const double standoff = strikes.curve.longest() - impact_protrusion(strikes.curve, impact);
  for (std::size_t i = 0; i < protrusion.size(); ++i) {
    const punctures::Puncture& p = strikes.punctures.all[i];
    protrusion[i] = stays_out(share, p) ? 0 : std::max(0.0, p.length - standoff);
  }
  return protrusion;
}

}  // namespace percuta::insertion
