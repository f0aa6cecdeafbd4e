#pragma once

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

struct Drive {
  Frame frame;
  bool is_along_tilt;  ///< depth is measured along the normal, cos(tilt) of the way along the needle
  Bed (*bed)(const device::Device& device, const Places& places, const skin::Skin& skin, const Ground& ground,
             double force);
  std::vector<double> (*protrusions)(const Strikes& strikes);  ///< of every strike's tip, along the needle [m]
  /// What the hand must press with for needles of the mean length to come so far; k_undefined when it never does [N].
  double (*force_for)(const Strikes& strikes, double protrusion);
};
const Drive& drive_of(device::Manner manner);

/// Rolled: the drum balances the hand's force on the needles in the skin's wrap and on those that enter beyond it.
std::vector<double> rolled(const Strikes& strikes);
double roll_force_for(const Strikes& strikes, double protrusion);

/// Glided: a piston drives to its position; the head lifts only where the needles' mean force over a cycle exceeds the
/// hand's. A stroke that is not given is taken to draw the needles in whole.
std::vector<double> glided(const Strikes& strikes);
double glide_force_for(const Strikes& strikes, double protrusion);

/// Placed: needles under the pad share the force until the body touches; fingers press a larger patch spot by spot. A
/// moving mass drives them as far as it moves faster than the skin that it dents, if that is further. Needles beside a
/// struck pad are not driven.
std::vector<double> placed(const Strikes& strikes);
double place_force_for(const Strikes& strikes, double protrusion);

/// Injected: the needle goes as far as it is set to, whatever the force.
std::vector<double> injected(const Strikes& strikes);
double inject_force_for(const Strikes& strikes, double protrusion);

}  // namespace percuta::insertion
