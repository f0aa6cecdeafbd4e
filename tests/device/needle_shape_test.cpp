#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "device/roller_fixture.hpp"
#include "percuta/base/error.hpp"

using namespace percuta;

namespace {

device::Needle shaped(const std::string& shape) {
  device::Needle needle = tests::roller().needle;
  needle.shape = shape;
  return needle;
}

constexpr double k_taper = 0.9e-3;  // of the fixture's needle
constexpr double k_base = 125e-6;

}  // namespace

TEST_CASE("[unit] a needle widens from its tip to its base and stays as wide above the taper") {
  const device::Needle needle = shaped("cone");
  CHECK(device::radius_at(needle, 0) == doctest::Approx(6e-6));
  CHECK(device::radius_at(needle, 0.45e-3) == doctest::Approx(0.5 * (6e-6 + k_base)));
  CHECK(device::radius_at(needle, k_taper) == doctest::Approx(k_base));
  CHECK(device::radius_at(needle, 1.5e-3) == doctest::Approx(k_base));
}

TEST_CASE("[law] a tip is never wider than the base") {
  for (const char* shape : {"cone", "pyramid", "bevel"}) {
    CAPTURE(shape);
    device::Needle needle = shaped(shape);
    needle.tip_radius = certain(1e-3);
    const double base = device::radius_at(needle, 1.5e-3);
    CHECK(base < 2 * k_base);
    CHECK(device::radius_at(needle, 0) == doctest::Approx(base));
  }
}

TEST_CASE("[law] no shape gets thinner away from its tip, and every one ends at its tip's radius") {
  for (const char* shape : {"cone", "pyramid", "bevel"}) {
    CAPTURE(shape);
    const device::Needle needle = shaped(shape);
    CHECK(device::radius_at(needle, 0) == doctest::Approx(6e-6));
    for (int i = 1; i <= 30; ++i) {
      CHECK(device::radius_at(needle, i * 0.05e-3) >= device::radius_at(needle, (i - 1) * 0.05e-3));
    }
  }
}

TEST_CASE("[law] a pyramid takes the room of its square") {
  const double r = device::radius_at(shaped("pyramid"), 1.2e-3);
  CHECK(std::numbers::pi * r * r == doctest::Approx(4 * k_base * k_base));
}

TEST_CASE("[law] a bevel is half as large in area half way up its cut, and a full round above") {
  const device::Needle needle = shaped("bevel");
  CHECK(device::radius_at(needle, 0.5 * k_taper) == doctest::Approx(k_base / std::sqrt(2)));
  CHECK(device::radius_at(needle, k_taper) == doctest::Approx(k_base));
}

TEST_CASE("[law] turning the knobs: a shorter taper and a wider base make a needle thicker near its tip") {
  for (const char* shape : {"cone", "pyramid", "bevel"}) {
    CAPTURE(shape);
    const device::Needle plain = shaped(shape);
    device::Needle blunt = plain;
    blunt.taper_share = certain(0.3);
    CHECK(device::radius_at(blunt, 0.3e-3) > device::radius_at(plain, 0.3e-3));
    device::Needle wide = plain;
    wide.diameter = certain(0.3e-3);
    CHECK(device::radius_at(wide, 0.3e-3) > device::radius_at(plain, 0.3e-3));
    device::Needle sharp = plain;
    sharp.tip_radius = certain(2e-6);
    CHECK(device::radius_at(sharp, 0) < device::radius_at(plain, 0));
  }
}

TEST_CASE("[unit] a measured profile is followed in straight lines and kept level beyond its ends") {
  device::Needle needle = shaped("cone");
  needle.profile = {{0, 4e-6}, {0.1e-3, 20e-6}, {0.5e-3, 60e-6}};
  CHECK(device::radius_at(needle, -1e-6) == doctest::Approx(4e-6));
  CHECK(device::radius_at(needle, 0.05e-3) == doctest::Approx(12e-6));
  CHECK(device::radius_at(needle, 0.3e-3) == doctest::Approx(40e-6));
  CHECK(device::radius_at(needle, 1e-3) == doctest::Approx(60e-6));
}

TEST_CASE("[unit] a profile whose heights do not rise is refused") {
  device::Needle needle = shaped("cone");
  needle.profile = {{0, 4e-6}, {0.5e-3, 20e-6}, {0.5e-3, 60e-6}};
  CHECK_THROWS_AS(device::radius_at(needle, 0.1e-3), InputError);
}
