#pragma once

#include <vector>

#include "percuta/insertion/needle_bed.hpp"

namespace percuta::insertion {

/// How a hand's force comes to the needles of a head. A pad presses those under it alike. Fingers, which no mass moves,
/// press a patch larger than themselves spot by spot until each needle has had the middle of one, where a soft round
/// body's pressure is 1.5 times the mean (Hertz).
struct HandShare {
  Bed bed;                      ///< that is pressed at once
  double of_force = 0;          ///< on a needle, of the whole [1]
  std::vector<bool> is_driven;  ///< by needle: those beside the pad are not

  /// Whether the needle that stands at this place of the layout is; one without a place is.
  bool drives(std::size_t needle) const { return needle >= is_driven.size() || is_driven[needle]; }
};
HandShare hand_share(const device::Device& device, const Places& places, const skin::Skin& skin);

}  // namespace percuta::insertion
