#include <algorithm>

#include "percuta/insertion/backing.hpp"
#include "percuta/insertion/drives/drives.hpp"
#include "percuta/insertion/impact.hpp"
#include "percuta/insertion/needle_bed.hpp"

namespace percuta::insertion {
namespace {

/// Which needles of the head are driven: those under the pad.
std::vector<bool> driven_needles(const device::Device& device, double radius) {
  std::vector<bool> is_driven;
  for (const numerics::Point& p : device::layout(device)) is_driven.push_back(p.x * p.x + p.y * p.y <= radius * radius);
  return is_driven;
}

double kinetic_energy(const device::Applicator& applicator) {
  return 0.5 * applicator.mass * applicator.speed * applicator.speed;
}

}  // namespace

std::vector<double> placed(const Strikes& strikes) {
  const device::Applicator& applicator = strikes.device.applicator;
  const double radius = pressed_radius(strikes.device, strikes.skin);
  const std::vector<bool> is_driven = driven_needles(strikes.device, radius);
  const Bed bed = pressed_bed(strikes.device, radius);
  const Impact impact{kinetic_energy(applicator), bed.needles, strikes.law.far + backing_compliance(applicator, bed)};
  const double struck = impact.energy > 0 ? impact_protrusion(strikes.curve, impact) : 0;
  std::vector<double> protrusion;
  protrusion.reserve(strikes.punctures.all.size());
  for (const punctures::Puncture& p : strikes.punctures.all) {
    const auto needle = static_cast<std::size_t>(p.needle);
    const bool stays_out = needle < is_driven.size() && !is_driven[needle];
    const double reached = std::max(struck, strikes.curve.protrusion_under(p.force / bed.needles));
    const double standoff = strikes.curve.longest() - reached;
    protrusion.push_back(stays_out ? 0 : std::max(0.0, p.length - standoff));
  }
  return protrusion;
}

}  // namespace percuta::insertion
