#include "percuta/base/error.hpp"
#include "percuta/device/device.hpp"
#include "percuta/device/needle_shape.hpp"

namespace percuta::device {

void check(const Device& device) {
  if (device.needle.bore >= device.needle.diameter) {
    throw InputError("needle.bore is not narrower than needle.diameter", "the bore is the inner diameter");
  }
  check_profile(device.needle);
  layout(device);
}

}  // namespace percuta::device
