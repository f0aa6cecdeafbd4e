#pragma once

#include <vector>

#include "percuta/insertion/needle/needle_curve.hpp"
#include "percuta/skin/skin.hpp"

/// How far each way of bringing a device to the skin pushes each needle: one drive for each manner of device, a file
/// for each. A new one is a line in drives.cpp.
namespace percuta::insertion {

/// What a drive starts from.
struct Strikes {
  const punctures::Punctures& punctures;
  const device::Device& device;
  const skin::Skin& skin;
  const NeedleLaw& law;
  const NeedleCurve& curve;  ///< of a needle of the mean length
};

struct Drive {
  Frame frame;
  bool is_along_tilt;  ///< depth is measured along the normal, cos(tilt) of the way along the needle
  Bed (*bed)(const device::Device& device, const skin::Skin& skin);
  std::vector<double> (*protrusions)(const Strikes& strikes);  ///< of every strike's tip, along the needle [m]
};
const Drive& drive_of(device::Manner manner);

/// Rolled: the drum balances the hand's force on its entering needles.
std::vector<double> rolled(const Strikes& strikes);

/// Glided: a piston drives to its position; the head lifts only where the needles' mean force over a cycle exceeds the
/// hand's. A stroke that is not given is taken to draw the needles in whole.
std::vector<double> glided(const Strikes& strikes);

/// Placed: needles under the pad share the force until the body touches; a moving mass drives them as far as its energy
/// lasts, if that is further. Needles beside the pad are not driven.
std::vector<double> placed(const Strikes& strikes);

/// Injected: the needle goes as far as it is set to.
std::vector<double> injected(const Strikes& strikes);

}  // namespace percuta::insertion
