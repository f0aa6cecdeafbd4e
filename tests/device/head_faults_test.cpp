#include <doctest/doctest.h>

#include "device/head_fixture.hpp"
#include "percuta/device/soundness.hpp"

using namespace percuta;

namespace {

std::vector<device::Fault> faults_in(const device::Device& device) {
  device::Faults faults;
  device::find_head_faults(device, faults);
  return faults;
}

std::string told(const device::Device& device) {
  std::string text;
  for (const device::Fault& fault : faults_in(device)) {
    text += fault.key + ": " + fault.message + "; " + fault.hint + "\n";
  }
  return text;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// 25 needles 1 mm apart on a head of 5 mm, moved by `x` and `y`.
device::Device list(double x, double y) {
  device::Device device = tests::stamp("csv", 0);
  device.head.width = certain(5e-3);
  for (int i = 0; i < 25; ++i) device.head.positions.push_back({x + (i % 5 - 2) * 1e-3, y + (i / 5 - 2) * 1e-3});
  return device;
}

device::Device patch(double x, double y) {
  device::Device device = tests::stamp("grid", 0);
  device.head.width = certain(20e-3);
  device.head.outline = {
      {x - 20e-3, y - 10e-3}, {x + 20e-3, y - 10e-3}, {x + 20e-3, y + 10e-3}, {x - 20e-3, y + 10e-3}};
  device.head.pitch = certain(1e-3);
  return device;
}

}  // namespace

TEST_CASE("[unit] a list round the head's middle is well, and one that is off by less than a pitch along the path") {
  CHECK(told(list(0, 0)).empty());
  CHECK(told(list(0.5e-3, 0)).empty());
}

TEST_CASE("[unit] a list round another point is told with its box and the shift that mends it") {
  const std::string text = told(list(2e-3, -2e-3));
  CHECK(has(text, "head.positions: head.positions lies beside the head's middle, which is 0, 0"));
  CHECK(has(text, "x from 0 mm to 4 mm, y from -4 mm to 0 mm"));
  CHECK(has(text, "move every point by -2 mm along x and 2 mm along y"));
}

TEST_CASE("[unit] needles beyond the width are told, with what would mend them") {
  CHECK(has(told(list(0, 0.8e-3)), "move the needles by -0.8 mm along y"));
  device::Device narrow = list(0, 0);
  narrow.head.width = certain(3e-3);
  CHECK(has(told(narrow), "needles stand beyond head.width, 3 mm"));
  CHECK(has(told(narrow), "they are 4 mm across"));
  device::Device grid = tests::stamp("grid", 25);
  grid.head.pitch = certain(3e-3);
  CHECK(has(told(grid), "head.pitch: needles stand beyond head.width"));
}

TEST_CASE("[unit] a number that is not that of the list is told") {
  device::Device wrong = list(0, 0);
  wrong.head.needles = 25;
  CHECK(told(wrong).empty());
  wrong.head.needles = 100;
  CHECK(has(told(wrong), "head.needles: head.needles is 100, and head.positions lists 25"));
}

TEST_CASE("[unit] two needles at one place are told") {
  device::Device twins = list(0, 0);
  twins.head.positions[7] = twins.head.positions[3];
  CHECK(has(told(twins), "needles 4 and 8 of head.positions stand at one place"));
}

TEST_CASE("[unit] one needle alone may stand anywhere on its head") {
  device::Device one = list(0, 0);
  one.head.positions = {{1e-3, 1e-3}};
  CHECK(told(one).empty());
}

TEST_CASE("[unit] an outline is told when it lies beside the middle, has another number or another width") {
  CHECK(told(patch(0, 0)).empty());
  CHECK(has(told(patch(20e-3, 10e-3)), "move every point by -20 mm along x and -10 mm along y"));
  device::Device wrong = patch(0, 0);
  wrong.head.needles = 500;
  CHECK(has(told(wrong), "head.needles: head.needles is 500, and the outline holds 800 at head.pitch 1 mm"));
  wrong.head.needles = 801;  // counted on a drawing
  CHECK(told(wrong).empty());
  wrong.head.width = certain(40e-3);
  CHECK(has(told(wrong), "head.width: head.width is 40 mm, and head.outline 20 mm across"));
}

TEST_CASE("[unit] a lopsided outline round its centre of mass is well") {
  device::Device drop = patch(0, 0);
  drop.head.outline = {{-10e-3, -10e-3}, {20e-3, 0}, {-10e-3, 10e-3}};
  CHECK(told(drop).empty());
}

TEST_CASE("[unit] a guide ring inside the needles' field is told") {
  device::Device ringed = list(0, 0);
  ringed.head.aperture = certain(3e-3);
  CHECK(told(ringed).empty());
  ringed.head.aperture = certain(2e-3);
  CHECK(has(told(ringed), "head.aperture: needles stand up to 2.828 mm from the head's middle"));
}

TEST_CASE("[unit] a pen whose piston stands still is told") {
  device::Device pen = tests::stamp("grid", 9);
  pen.kind = "pen";
  pen.head.frequency = certain(100);
  CHECK(told(pen).empty());
  pen.head.frequency = certain(0);
  CHECK(has(told(pen), "head.frequency"));
}
