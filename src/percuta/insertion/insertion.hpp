#pragma once

#include <vector>

#include "percuta/base/parameters.hpp"
#include "percuta/device/device.hpp"
#include "percuta/numerics/kernel_clone.hpp"
#include "percuta/punctures/punctures.hpp"
#include "percuta/skin/skin.hpp"

/// How deep each needle goes.
/// Model    conical indentation until the tip's cutting force is reached, then cutting + opening + friction against the
/// dimple;
///          the drum sinks until its entering needles, and at last its body, carry the hand's force
/// In       punctures, device, skin                          Out  channels (SI): depth in place, force
/// Holds    sharp solid tips 5 to 37 um across (others reported as extrapolated)   Source  Roemgens2014, Geerligs2011,
/// Lam2008 Checked  tests/insertion
namespace percuta::insertion {

/// data/insertion.toml: what the model needs beside the skin's mechanics.
struct Contact {
  Quantity dimple_retained;  ///< share of the pre-puncture dimple that stays while the needle is in [1]
};
void describe(Contact& contact, Visitor& visitor);

/// What one puncture became.
struct Channel {
  double depth = 0;  ///< in place, from the skin's surface at the needle; 0 = not pierced [m]
  double force = 0;  ///< on the needle at its deepest [N]
};

struct Channels {
  std::vector<Channel> all;      ///< one per puncture, same order
  double puncture_force = 0;     ///< what one tip needs [N]
  double puncture_dimple = 0;    ///< how far skin gives before that [m]
  bool is_extrapolated = false;  ///< tip outside the range of the force data
};

Channels insert(const punctures::Punctures& punctures, const device::Device& device, const skin::Skin& skin,
                const Contact& contact, numerics::KernelClone clone);

/// What the insertion says of the session. Names as in results.json. Means over all strikes in the window; one that
/// does not pierce has depth 0.
struct Reach {
  double depth_in_place = 0;                                    ///< mean [m]
  double pierced_share = 0;                                     ///< of the strikes [1]
  double force_per_needle = 0;                                  ///< mean at the deepest [N]
  double reach_epidermis = 0, reach_dermis = 0, reach_fat = 0;  ///< share of strikes that pass into the layer [1]
};
Reach reach(const Channels& channels, const punctures::Punctures& punctures, const skin::Skin& skin);

/// Punctures in the window by depth: counts per area in bins between `edges` [m]; not pierced ones left out [1/m2].
std::vector<double> depth_histogram(const Channels& channels, const punctures::Punctures& punctures,
                                    const numerics::Polygon& window, const std::vector<double>& edges);

}  // namespace percuta::insertion
