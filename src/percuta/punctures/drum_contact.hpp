#pragma once

#include <vector>

#include "percuta/device/device.hpp"
#include "percuta/punctures/punctures.hpp"

namespace percuta::punctures {

/// How much of a drum's force each of its rows bears, over an even share; 0 for rows that do not touch. A rigid drum on
/// skin of radius R that gives way by `give` in the middle stands off by y^2 / (2 R) beside it, so it touches over +-
/// sqrt(2 R give) and presses like the gap that is left there: 1 - y^2 / (2 R give). Together all rows bear the whole
/// force. The middle rows touch in any case.
std::vector<double> row_loads(const device::Drum& drum, const Guidance& guidance);

}  // namespace percuta::punctures
