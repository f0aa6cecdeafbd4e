#include "percuta/device/device.hpp"

#include <doctest/doctest.h>

#include "device/roller_fixture.hpp"

using namespace percuta;

TEST_CASE("[unit] a needle widens from its tip to its base and stays as wide above the taper") {
  const device::Needle needle = tests::roller().needle;
  CHECK(device::radius_at(needle, 0) == doctest::Approx(6e-6));
  CHECK(device::radius_at(needle, 0.45e-3) == doctest::Approx(0.5 * (6e-6 + 125e-6)));
  CHECK(device::radius_at(needle, 0.9e-3) == doctest::Approx(125e-6));
  CHECK(device::radius_at(needle, 1.5e-3) == doctest::Approx(125e-6));
}

TEST_CASE("[law] a tip is never wider than the base") {
  device::Needle needle = tests::roller().needle;
  needle.tip_radius = certain(1e-3);
  CHECK(device::radius_at(needle, 0) == doctest::Approx(125e-6));
  CHECK(device::radius_at(needle, 1e-3) == doctest::Approx(125e-6));
}

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

TEST_CASE("[unit] rollers can be run, and every kind has a word") {
  CHECK(device::is_built("roller"));
  CHECK_FALSE(device::is_built("pen"));
  CHECK(device::kinds().size() == 6);
  CHECK(device::kinds().front() == "roller");
}
