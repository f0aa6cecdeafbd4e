#include "percuta/insertion/needle_bed.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "insertion/insertion_fixture.hpp"

using namespace percuta;
using namespace percuta::insertion;

namespace {

Bed bed_of(const device::Device& device, double radius) {
  return pressed_bed(device, device::layout(device), radius);
}

}  // namespace

TEST_CASE("[law] a drum presses the needles in the wrap and below the surface beyond, at the density round it") {
  const Bed bed = drum_bed(tests::roller(), 0);
  const double entering = std::acos(10.0 / 11.5);
  CHECK(bed.needles == doctest::Approx(192 * entering / std::numbers::pi));
  const double area = std::numbers::pi * bed.footprint * bed.footprint;
  CHECK(area == doctest::Approx(20e-3 * 2 * 11.5e-3 * std::sin(entering)));
  device::Device dense = tests::roller();
  dense.drum.columns = 48;
  CHECK(drum_bed(dense, 0).needles == doctest::Approx(2 * bed.needles));
  CHECK(drum_bed(dense, 0).footprint == doctest::Approx(bed.footprint));
  CHECK(drum_bed(tests::roller(), 5e-3).needles == doctest::Approx(bed.needles + 192 * 0.5 / std::numbers::pi));
  CHECK(drum_bed(tests::roller(), 5e-3).footprint > bed.footprint);
}

TEST_CASE("[law] a dense square of needles has the footprint of a disc of about its area") {
  const Bed bed = bed_of(tests::stamp("grid", 400), k_everywhere);
  CHECK(bed.needles == 400);
  CHECK(bed.footprint == doctest::Approx(10e-3 / std::sqrt(std::numbers::pi)).epsilon(0.06));
  CHECK(std::isinf(bed.aperture));
}

TEST_CASE("[unit] a needle alone stands on its own width, and a guide ring is the bed's aperture") {
  device::Device one = tests::stamp("grid", 1);
  one.head.aperture = certain(3e-3);
  const Bed bed = bed_of(one, k_everywhere);
  CHECK(bed.needles == 1);
  CHECK(bed.footprint == doctest::Approx(0.1e-3));
  CHECK(bed.aperture == doctest::Approx(3e-3));
}

TEST_CASE("[law] a pad presses the needles under it, and the stiffer or thicker the body, the more beside it") {
  device::Device patch = tests::stamp("grid", 400);
  CHECK(std::isinf(pressed_radius(patch, device::layout(patch), tests::skin_of())));
  patch.applicator.pad_radius = certain(2e-3);
  CHECK(pressed_radius(patch, device::layout(patch), tests::skin_of()) == doctest::Approx(2e-3));
  const auto with_body = [&](double modulus, double thickness) {
    patch.applicator.backing_modulus = certain(modulus);
    patch.applicator.backing_thickness = certain(thickness);
    return pressed_radius(patch, device::layout(patch), tests::skin_of());
  };
  CHECK(with_body(10e6, 0.3e-3) > 2e-3);
  CHECK(with_body(100e6, 0.3e-3) > with_body(10e6, 0.3e-3));
  CHECK(with_body(10e6, 0.6e-3) > with_body(10e6, 0.3e-3));
  CHECK(bed_of(patch, 2e-3).needles < 400);
  CHECK(bed_of(patch, 2e-3).footprint < bed_of(patch, k_everywhere).footprint);
}
