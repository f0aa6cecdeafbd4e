#include <doctest/doctest.h>

#include "device/head_fixture.hpp"
#include "percuta/device/soundness.hpp"

using namespace percuta;

namespace {

device::Needle needle() {
  device::Needle needle = tests::stamp("grid", 9).needle;
  needle.length = certain(1e-3);
  needle.diameter = certain(0.2e-3);
  needle.tip_radius = certain(8e-6);
  return needle;
}

/// The keys that are wrong, and the first message.
std::string told(const device::Needle& needle) {
  device::Faults faults;
  device::find_needle_faults(needle, faults);
  std::string text;
  for (const device::Fault& fault : faults) text += fault.key + ": " + fault.message + "\n";
  return text;
}

device::Needle drawn(std::vector<std::vector<double>> profile) {
  device::Needle drawn = needle();
  drawn.profile = std::move(profile);
  return drawn;
}

}  // namespace

TEST_CASE("[unit] a profile as long and as wide as the needle is well, and one of its tip alone") {
  CHECK(told(needle()).empty());
  CHECK(told(drawn({{0, 8e-6}, {1e-3, 100e-6}})).empty());
  CHECK(told(drawn({{0, 8e-6}, {0.4e-3, 104e-6}})).empty());
}

TEST_CASE("[unit] a profile longer than its needle is told with both numbers") {
  CHECK(told(drawn({{0, 8e-6}, {2e-3, 100e-6}})) ==
        "needle.profile: needle.profile is 2 mm high, and needle.length 1 mm\n");
}

TEST_CASE("[unit] so is one that lists diameters as radii, and one too slim") {
  CHECK(told(drawn({{0, 8e-6}, {1e-3, 200e-6}})) ==
        "needle.profile: needle.profile is 0.4 mm wide, and needle.diameter 0.2 mm\n");
  CHECK_FALSE(told(drawn({{0, 8e-6}, {1e-3, 50e-6}})).empty());
  device::Needle uncertain = drawn({{0, 8e-6}, {1e-3, 50e-6}});
  uncertain.diameter.low = 0.1e-3;
  CHECK(told(uncertain).empty());
}

TEST_CASE("[unit] a pyramid's profile lists the radius of a circle as large as its square") {
  device::Needle pyramid = drawn({{0, 8e-6}, {1e-3, 113e-6}});
  pyramid.shape = "pyramid";
  CHECK(told(pyramid).empty());
}

TEST_CASE("[unit] a tip wider than its needle is told") {
  device::Needle blunt = needle();
  blunt.tip_radius = certain(100e-6);
  CHECK(told(blunt).empty());
  blunt.tip_radius = certain(120e-6);
  CHECK(told(blunt).starts_with("needle.tip_radius"));
}

TEST_CASE("[unit] a coated needle says how thick its coat is") {
  device::Needle coated = needle();
  coated.release = "coated";
  CHECK(told(coated).find("needle.coating") != std::string::npos);
  coated.coating = certain(5e-6);
  CHECK(told(coated).empty());
}
