#pragma once

#include <functional>
#include <vector>

#include "percuta/insertion/needle/needle_curve.hpp"
#include "percuta/insertion/needle_bed.hpp"
#include "percuta/skin/skin.hpp"

/// How far each way of bringing a device to the skin pushes each needle: one drive for each manner of device, a file
/// for each. A new one is a line in drives.cpp.
namespace percuta::insertion {

/// What a drive starts from.
struct Strikes {
  const punctures::Punctures& punctures;
  const device::Device& device;
  const Places& places;  ///< of a head's needles; of a drum none
  const skin::Skin& skin;
  const NeedleLaw& law;
  const NeedleCurve& curve;  ///< of needles of the mean length
  const Ground& ground;      ///< as it gives in the time of a strike
};

/// What the hand does to the strikes.
struct Pushed {
  std::vector<double> protrusion;  ///< of every strike's tip, along the needle [m]
  /// What it must press with for needles of the mean length to come so far; k_undefined when it never does [N]. Lives
  /// no longer than what the strikes refer to.
  std::function<double(double protrusion)> force_for;
};

struct Drive {
  Frame frame;
  bool is_along_tilt;  ///< depth is measured along the normal, cos(tilt) of the way along the needle
  Bed (*bed)(const device::Device& device, const Places& places, const skin::Skin& skin, const Ground& ground,
             double force);
  Pushed (*by_hand)(const Strikes& strikes);
  /// Of every strike's tip when the device's moving mass has spent its blow [m]; none of a device that is not struck.
  std::vector<double> (*by_blow)(const Strikes& strikes);
};
const Drive& drive_of(device::Manner manner);

/// Rolled: the drum balances the hand's force on the needles in the skin's wrap and on those that enter beyond it.
Pushed rolled(const Strikes& strikes);

/// Glided: a piston drives to its position; the head lifts only where the needles' mean force over a cycle exceeds the
/// hand's. A stroke that is not given is taken to draw the needles in whole.
Pushed glided(const Strikes& strikes);

/// Placed: needles under the pad share the force until the body touches; fingers press a larger patch spot by spot.
/// Needles beside the pad of any other are not driven.
Pushed placed(const Strikes& strikes);
/// A moving mass drives the needles under its pad as far as it moves faster than the skin that it dents.
std::vector<double> struck(const Strikes& strikes);

/// Injected: the needle goes as far as it is set to, whatever the force.
Pushed injected(const Strikes& strikes);

}  // namespace percuta::insertion
