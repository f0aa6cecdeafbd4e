#include <doctest/doctest.h>

#include "percuta/device/device.hpp"

using namespace percuta;

namespace {

device::Device reused() {
  device::Device device;
  device.needle.tip_radius.value = 10e-6;
  device.wear.uses.value = 4;
  device.wear.tip_growth.value = 2e-6;
  return device;
}

}  // namespace

TEST_CASE("[unit] a tip is blunter after each use, earlier ones and those of the study alike") {
  CHECK(device::worn(reused(), 0).needle.tip_radius.value == doctest::Approx(18e-6));
  CHECK(device::worn(reused(), 3).needle.tip_radius.value == doctest::Approx(24e-6));
}

TEST_CASE("[law] needles that do not wear stay as they are") {
  device::Device fresh = reused();
  fresh.wear.tip_growth.value = 0;
  CHECK(device::worn(fresh, 10).needle.tip_radius.value == doctest::Approx(10e-6));
}
