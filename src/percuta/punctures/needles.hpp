#pragma once

#include <cstdint>
#include <vector>

#include "percuta/punctures/punctures.hpp"

namespace percuta::punctures {

/// One needle as made and as worn.
struct MadeNeedle {
  std::int32_t number = 0;      ///< of those meant
  double along = 0, aside = 0;  ///< of its tip on the body: along the path and to its left [m]
  double longer = 0;            ///< than meant [m]
  double load = 1;              ///< of the device's force, over an even share [1]
};

/// The device's own flaws round the places where needles are meant to stand: seats off their place, unequal lengths,
/// bent tips; missing needles are left out. Drawn without the session: the same device errs the same way all course
/// long.
std::vector<MadeNeedle> make_needles(const std::vector<numerics::Point>& meant, const device::Device& device,
                                     const Guidance& guidance, const Member& member);

}  // namespace percuta::punctures
