#include "percuta/insertion/insertion.hpp"

#include <algorithm>

#include "percuta/base/error.hpp"
#include "percuta/insertion/drum_balance.hpp"
#include "percuta/insertion/needle_balance.hpp"
#include "percuta/insertion/needle_law.hpp"

namespace percuta::insertion {
namespace {

/// How far each tip stands below the undisturbed surface when it points straight down.
std::vector<double> protrusions(const punctures::Punctures& punctures, const DrumBalance& drum) {
  std::vector<double> protrusion(punctures.all.size());
  for (std::size_t i = 0; i < protrusion.size(); ++i) {
    const punctures::Puncture& p = punctures.all[i];
    protrusion[i] = std::max(0.0, p.length - drum.standoff(p.force));
  }
  return protrusion;
}

bool is_extrapolated(const NeedleLaw& law, const skin::Mechanics& mechanics) {
  const double tip_diameter = 2 * law.tip_radius;
  return tip_diameter < mechanics.tested_tip_min || tip_diameter > mechanics.tested_tip_max;
}

}  // namespace

Channels insert(const punctures::Punctures& punctures, const device::Device& device, const skin::Skin& skin,
                const Contact& contact, numerics::KernelClone clone) {
  if (device.kind != "roller") {
    throw InputError("devices of the kind '" + device.kind + "' cannot be run yet",
                     "choose a device of the kind 'roller'");
  }
  const NeedleLaw law = needle_law(device.needle, skin.mechanics, contact);
  const std::vector<double> protrusion = protrusions(punctures, DrumBalance(device, law, clone));
  std::vector<double> depth(protrusion.size()), force(protrusion.size());
  solve_needles(law, {protrusion.data(), depth.data(), force.data(), protrusion.size()}, clone);
  Channels channels;
  channels.all.resize(protrusion.size());
  for (std::size_t i = 0; i < protrusion.size(); ++i) channels.all[i] = {depth[i], force[i], 0, 0};
  channels.puncture_force = law.puncture_force;
  channels.puncture_dimple = indentation_at(law, law.puncture_force);
  channels.is_extrapolated = is_extrapolated(law, skin.mechanics);
  return channels;
}

}  // namespace percuta::insertion
