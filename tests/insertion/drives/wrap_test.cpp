#include "percuta/insertion/drives/wrap.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "device/roller_fixture.hpp"
#include "percuta/insertion/loading_rate.hpp"
#include "skin/skin_fixture.hpp"

using namespace percuta;
using insertion::Ground;
using insertion::wrap_of;

namespace {

const device::Drum k_drum = tests::roller().drum;  // 20 mm across, 20 mm wide

Ground half_space(double modulus) {
  Ground ground;
  ground.media = {{modulus, insertion::k_everywhere}};
  return ground;
}

}  // namespace

TEST_CASE("[law] on a half-space the wrap's own dent fits the drum's roundness") {
  const double wrap = wrap_of(k_drum, half_space(100e3), 5);
  const double pad = std::sqrt(2 * wrap * 20e-3 / std::numbers::pi);
  CHECK(wrap * wrap == doctest::Approx(10e-3 * 5 / (2 * 100e3 * pad)));
}

TEST_CASE("[law] a stronger hand, softer ground and a larger drum are wrapped further, none beyond the drum's side") {
  const double usual = wrap_of(k_drum, half_space(100e3), 5);
  CHECK(wrap_of(k_drum, half_space(100e3), 10) > usual);
  CHECK(wrap_of(k_drum, half_space(50e3), 5) > usual);
  device::Drum large = k_drum;
  large.diameter = certain(40e-3);
  CHECK(wrap_of(large, half_space(100e3), 5) > usual);
  CHECK(wrap_of(k_drum, half_space(1e3), 50) == doctest::Approx(1.2 * 10e-3));
  CHECK(wrap_of(k_drum, half_space(1e30), 5) < 1e-6);
  CHECK(wrap_of(k_drum, half_space(100e3), 0) < 1e-6);
}

TEST_CASE("[law] bone close beneath keeps the skin from wrapping the drum") {
  skin::Skin thin = tests::skin_of();
  thin.layers[4].bottom = thin.layers[4].top + 0.5e-3;
  CHECK(wrap_of(k_drum, insertion::ground_of(thin, 1), 5) <
        wrap_of(k_drum, insertion::ground_of(tests::skin_of(), 1), 5));
}
