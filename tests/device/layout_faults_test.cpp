#include <doctest/doctest.h>

#include "device/head_fixture.hpp"
#include "percuta/device/layout.hpp"
#include "percuta/device/soundness.hpp"

using namespace percuta;

namespace {

std::string told(const device::Device& device) {
  device::Faults faults;
  device::find_layout_faults(device.head, faults);
  std::string text;
  for (const device::Fault& fault : faults) text += fault.key + ": " + fault.message + "\n";
  return text;
}

device::Device patch(double pitch) {
  device::Device device = tests::stamp("grid", 0);
  device.head.outline = {{-20e-3, -10e-3}, {20e-3, -10e-3}, {20e-3, 10e-3}, {-20e-3, 10e-3}};
  device.head.pitch = certain(pitch);
  return device;
}

}  // namespace

TEST_CASE("[unit] a number of needles is told by the head, its list, or its outline") {
  CHECK(told(tests::stamp("grid", 0)) == "head.needles: the head does not say how many needles it has\n");
  device::Device list = tests::stamp("csv", 0);
  list.head.positions = {{0, 0}};
  CHECK(told(list).empty());
  CHECK(told(patch(1e-3)).empty());
  CHECK(device::needle_count(patch(1e-3)) == 800);
}

TEST_CASE("[law] a pitch that lays more needles than a device may have is refused before they are laid out") {
  CHECK(told(patch(0.1e-3)).empty());
  for (const double pitch : {0.05e-3, 1e-6, 1e-9, 1e-300}) {
    CAPTURE(pitch);
    CHECK(told(patch(pitch)).starts_with("head.pitch: head.pitch is "));
    CHECK_THROWS(device::layout(patch(pitch)));
  }
}

TEST_CASE("[law] a sliver of an outline aslant in a box of empty places is bounded too") {
  device::Device sliver = patch(0.01e-3);
  sliver.head.outline = {{-0.3, -0.3}, {0.3, 0.3}, {0.3, 0.3 + 1e-6}};
  CHECK(told(sliver).starts_with("head.pitch"));
}

TEST_CASE("[unit] a list longer than a device may have needles is refused") {
  device::Device list = tests::stamp("csv", 0);
  list.head.positions.assign(device::k_most_needles + 1, {0, 0});
  CHECK(told(list).starts_with("head.positions: head.positions lists 100001 needles"));
}

TEST_CASE("[unit] an outline of very many corners is refused before it is looked at") {
  device::Device drawn = patch(1e-3);
  drawn.head.outline.assign(100000, {0, 0});
  CHECK(told(drawn) == "head.outline: head.outline has 100000 corners\n");
}
