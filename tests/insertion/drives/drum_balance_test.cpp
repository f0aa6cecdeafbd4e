#include "percuta/insertion/drives/drum_balance.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "insertion/insertion_fixture.hpp"

using namespace percuta;
using insertion::StandoffTable;

namespace {

StandoffTable balance(const device::Device& device, const skin::Mechanics& mechanics = tests::mechanics()) {
  const insertion::NeedleCurve curve(tests::law_of(device.needle, mechanics), device.needle.length,
                                     numerics::KernelClone::baseline);
  return insertion::drum_balance(device, curve);
}

/// Cylinders that never pierce: F = 2 M a t.
device::Device springs() {
  device::Device device = tests::roller();
  device.needle.tip_radius = certain(1);
  return device;
}

skin::Mechanics tough() {
  skin::Mechanics tough = tests::mechanics();
  tough.cutting_energy = certain(1e9);
  return tough;
}

}  // namespace

TEST_CASE("[law] more force lets the drum sink, until its surface touches the skin") {
  const StandoffTable drum = balance(tests::roller());
  CHECK(drum.standoff(0) == doctest::Approx(1.5e-3));
  double before = 2e-3;
  for (int i = 1; i <= 60; ++i) {
    const double standoff = drum.standoff(drum.full_force() * i / 50);
    CHECK(standoff <= before);
    before = standoff;
  }
  CHECK(drum.standoff(0.99 * drum.full_force()) > 0);
  CHECK(drum.standoff(drum.full_force()) == 0);
  CHECK(drum.standoff(100) == 0);
}

TEST_CASE("[law] the drum rests on the sum over its entering needles, averaged over their places") {
  const double last = std::acos(10.0 / 11.5);
  const double integral = 11.5e-3 * std::sin(last) - 10e-3 * last;  // of the protrusion over the angle
  const double expected = 192 / (2 * std::numbers::pi) * 2 * 1.5e6 * 125e-6 * integral;
  CHECK(balance(springs(), tough()).full_force() == doctest::Approx(expected).epsilon(1e-4));
}

TEST_CASE("[law] the standoff gives back the force that it was found for") {
  const double standoff = balance(springs(), tough()).standoff(2);
  const double last = std::acos((10e-3 + standoff) / 11.5e-3);
  const double integral = 11.5e-3 * std::sin(last) - (10e-3 + standoff) * last;
  CHECK(192 / (2 * std::numbers::pi) * 2 * 1.5e6 * 125e-6 * integral == doctest::Approx(2).epsilon(1e-3));
}

TEST_CASE("[law] more needles, a stiffer skin or blunter tips carry more") {
  const double usual = balance(tests::roller()).full_force();
  device::Device dense = tests::roller();
  dense.drum.columns = 48;
  CHECK(balance(dense).full_force() == doctest::Approx(2 * usual));
  skin::Mechanics stiff = tests::mechanics();
  stiff.indentation_modulus = certain(3e6);
  CHECK(balance(tests::roller(), stiff).full_force() > usual);
  device::Device blunt = tests::roller();
  blunt.needle.tip_radius = certain(12e-6);
  CHECK(balance(blunt).full_force() > usual);
}

TEST_CASE("[law] a larger drum puts more needles into the skin and so needs more force per needle column") {
  device::Device large = tests::roller();
  large.drum.diameter = certain(40e-3);
  large.drum.columns = 48;  // the same pitch round the drum
  CHECK(balance(large).full_force() > balance(tests::roller()).full_force());
}
