#pragma once

#include "percuta/device/device.hpp"

namespace percuta::tests {

/// A medical roller of round numbers, every needle alike.
inline device::Device roller() {
  device::Device device;
  device.title = "Test roller";
  device.kind = "roller";
  device.setting = "clinic";
  device.needle.length = certain(1.5e-3);
  device.needle.length_spread = certain(0);
  device.needle.diameter = certain(0.25e-3);
  device.needle.tip_radius = certain(6e-6);
  device.needle.taper_share = certain(0.6);
  device.needle.material = "steel";
  device.drum.diameter = certain(20e-3);
  device.drum.width = certain(20e-3);
  device.drum.rows = 8;
  device.drum.columns = 24;
  device.drum.rolling_share = certain(0);
  return device;
}

}  // namespace percuta::tests
