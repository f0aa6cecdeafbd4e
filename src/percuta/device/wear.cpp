#include "percuta/device/device.hpp"

namespace percuta::device {

Device worn(Device device, double sessions_before) {
  device.needle.tip_radius.value += device.wear.tip_growth * (device.wear.uses + sessions_before);
  return device;
}

}  // namespace percuta::device
