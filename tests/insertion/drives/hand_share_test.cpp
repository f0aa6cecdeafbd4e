#include "percuta/insertion/drives/hand_share.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "insertion/insertion_fixture.hpp"

using namespace percuta;
using insertion::HandShare;

namespace {

/// A hundred needles 0.8 mm apart under a pad of 2 mm radius.
device::Device padded(const std::string& kind, double mass = 0) {
  device::Device device = tests::stamp("grid", 100);
  device.kind = kind;
  device.applicator.pad_radius = certain(2e-3);
  device.applicator.mass = certain(mass);
  return device;
}

HandShare share_of(const device::Device& device) {
  return insertion::hand_share(device, device::layout(device), tests::even_skin());
}

std::ptrdiff_t driven(const HandShare& share) {
  return std::count(share.is_driven.begin(), share.is_driven.end(), true);
}

}  // namespace

TEST_CASE("[law] a plate presses the needles under it alike and none beside it") {
  const HandShare share = share_of(padded("stamp"));
  CHECK(driven(share) < 100);
  CHECK(static_cast<double>(driven(share)) == share.bed.needles);
  CHECK(share.of_force * share.bed.needles == doctest::Approx(1));
  CHECK_FALSE(share.drives(0));  // a corner
  CHECK(share.drives(100));      // no place of the layout
}

TEST_CASE("[law] fingers press every needle of a larger patch with 1.5 times the mean, a moving mass does not") {
  const HandShare fingers = share_of(padded("patch")), blow = share_of(padded("patch", 5e-3));
  CHECK(driven(fingers) == 100);
  CHECK(fingers.of_force * fingers.bed.needles == doctest::Approx(1.5));
  CHECK(driven(blow) < 100);
  CHECK(blow.of_force * blow.bed.needles == doctest::Approx(1));
}

TEST_CASE("[law] a patch that fingers cover is pressed as by a plate") {
  device::Device small = padded("patch");
  small.applicator.pad_radius = certain(20e-3);
  CHECK(driven(share_of(small)) == 100);
  CHECK(share_of(small).of_force == doctest::Approx(0.01));
}
