#include <doctest/doctest.h>

#include "device/head_fixture.hpp"
#include "device/roller_fixture.hpp"
#include "percuta/strokes/strokes.hpp"
#include "strokes/hand_fixture.hpp"

using namespace percuta;

namespace {

double around(const device::Device& device, const strokes::Technique& technique = tests::technique()) {
  return strokes::reach_around(technique, tests::patterns(), device);
}

}  // namespace

TEST_CASE("[unit] round a needle of a device half of the way to the next one counts as treated") {
  CHECK(around(tests::roller()) == doctest::Approx(1.309e-3).epsilon(1e-3));  // 24 needles round 62.8 mm
  CHECK(around(tests::stamp("grid", 16)) == doctest::Approx(1.25e-3));
}

TEST_CASE("[unit] a single needle counts as far as the middle between four places") {
  CHECK(around(tests::injector()) == doctest::Approx(3e-3 / 1.41421356));
  strokes::Technique technique = tests::technique();
  technique.spacing = certain(10e-3);
  CHECK(around(tests::injector(), technique) == doctest::Approx(10e-3 / 1.41421356));
  CHECK(around(tests::stamp("grid", 1), technique) == doctest::Approx(10e-3 / 1.41421356));
}
