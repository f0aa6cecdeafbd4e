#include "percuta/device/device.hpp"

#include <doctest/doctest.h>

#include "device/head_fixture.hpp"
#include "device/roller_fixture.hpp"

using namespace percuta;

TEST_CASE("[unit] a roller counts its drum's needles, any other device its head's") {
  device::Device device = tests::roller();
  device.head.needles = 6;
  device.head.width = certain(8e-3);
  CHECK(device::needle_count(device) == 192);
  CHECK(device::working_width(device) == doctest::Approx(20e-3));
  device.kind = "pen";
  CHECK(device::needle_count(device) == 6);
  CHECK(device::working_width(device) == doctest::Approx(8e-3));
}

TEST_CASE("[unit] positions and outlines tell the number of needles, whatever is written") {
  device::Device listed = tests::stamp("csv", 99);
  listed.head.positions = {{0, 0}, {1e-3, 0}, {0, 1e-3}};
  CHECK(device::needle_count(listed) == 3);

  device::Device shaped = tests::stamp("grid", 99);
  shaped.head.pitch = certain(1e-3);
  shaped.head.outline = {{-2e-3, -3e-3}, {2e-3, -3e-3}, {2e-3, 3e-3}, {-2e-3, 3e-3}};
  CHECK(device::needle_count(shaped) == 24);
  CHECK(device::working_width(shaped) == doctest::Approx(6e-3));
}

TEST_CASE("[unit] needles stand in their outline, in the disc of a ring, else in the square of the head's width") {
  device::Device head = tests::stamp("grid", 16);
  head.head.width = certain(8e-3);
  CHECK(device::field_area(head) == doctest::Approx(64e-6));
  head.head.layout = "ring";
  CHECK(device::field_area(head) == doctest::Approx(64e-6 * 0.7853981634));
  head.head.layout = "grid";
  head.head.outline = {{-2e-3, -3e-3}, {2e-3, -3e-3}, {0, 3e-3}};
  CHECK(device::field_area(head) == doctest::Approx(12e-6));
  CHECK(device::field_area(tests::roller()) == 0);
}
