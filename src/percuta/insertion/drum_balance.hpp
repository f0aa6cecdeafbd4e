#pragma once

#include <vector>

#include "percuta/device/device.hpp"
#include "percuta/insertion/needle_law.hpp"
#include "percuta/numerics/kernel_clone.hpp"

namespace percuta::insertion {

/// How far a rolling drum stays off the skin under the hand's force. The needles that are on their way in carry it:
///   F(standoff) = rows columns / (2 pi) * integral over the entering half of needle_force(t(angle)) d angle
///   t(angle) = (r + L) cos(angle) - r - standoff
/// averaged over where the needle lines stand. Force beyond F(0) is carried by the drum's own surface: standoff = 0.
class DrumBalance {
 public:
  DrumBalance(const device::Device& device, const NeedleLaw& law, numerics::KernelClone clone);

  double standoff(double force) const;  ///< of the drum's surface above the undisturbed skin [m]; in [0, L]
  double full_force() const;            ///< at which the drum's surface comes to touch the skin [N]

 private:
  double step_ = 0;               ///< between the standoffs tabulated [m]
  std::vector<double> force_at_;  ///< standoff = i * step_; falls to 0 at L
};

}  // namespace percuta::insertion
