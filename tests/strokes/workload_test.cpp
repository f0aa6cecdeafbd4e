#include <doctest/doctest.h>

#include "percuta/strokes/aim.hpp"
#include "strokes/hand_fixture.hpp"

using namespace percuta;

namespace {

const numerics::Polygon k_window = {{0, 0}, {40e-3, 0}, {50e-3, 30e-3}, {0, 30e-3}};

device::Device device_of(const std::string& kind, double width) {
  device::Device device = tests::injector();
  device.kind = kind;
  device.head.needles = 9;
  device.head.width = certain(width);
  device.drum.width = certain(width);
  return device;
}

/// What `trace` gives, summed up.
strokes::Workload traced(const strokes::Technique& technique, const device::Device& device) {
  strokes::Workload sum;
  for (const strokes::Stroke& stroke : strokes::trace(technique, tests::human_hand(), tests::patterns(), device,
                                                      tests::flat_skin(k_window), {1, 0, 8}, 1)) {
    sum.strokes += 1;
    sum.length += stroke.length;
  }
  return sum;
}

strokes::Workload told(const strokes::Technique& technique, const device::Device& device) {
  return strokes::workload(technique, tests::human_hand(), tests::patterns(), device, tests::flat_skin(k_window));
}

}  // namespace

TEST_CASE("[law] the work that is told is what a session traces, of every kind of device") {
  for (const std::string& kind : device::kinds()) {
    for (const double width : {10e-3, 4e-3, 0.5e-3}) {
      CAPTURE(kind);
      CAPTURE(width);
      const device::Device device = device_of(kind, width);
      const strokes::Workload all = traced(tests::technique(), device);
      CHECK(told(tests::technique(), device).strokes == doctest::Approx(all.strokes).epsilon(0.03));
      CHECK(told(tests::technique(), device).length == doctest::Approx(all.length).epsilon(0.1));
    }
  }
}

TEST_CASE("[law] a hand that leaves some out has less to do") {
  strokes::Hand hasty = tests::human_hand();
  hasty.skip.novice = certain(0.25);
  const device::Device pen = device_of("pen", 4e-3);
  const auto skin = tests::flat_skin(k_window);
  const double all = told(tests::technique(), pen).strokes;
  CHECK(strokes::workload(tests::technique(), hasty, tests::patterns(), pen, skin).strokes ==
        doctest::Approx(0.75 * all));
}

TEST_CASE("[law] far more places than could be listed are told by the area") {
  strokes::Technique dense = tests::technique();
  dense.directions = {certain(0)};
  dense.passes = 1;
  const double area = numerics::area(k_window);
  for (const char* kind : {"stamp", "injector"}) {
    CAPTURE(kind);
    dense.spacing = certain(1e-8);
    CHECK(told(dense, device_of(kind, 4e-3)).strokes == doctest::Approx(area / 1e-16).epsilon(0.15));
  }
  CHECK(told(tests::technique(), device_of("pen", 1e-8)).length > 1e3);
}

TEST_CASE("[unit] a technique that the device does not know is refused") {
  strokes::Technique wrong = tests::technique();
  wrong.spacing = certain(1e-3);
  CHECK_THROWS(told(wrong, device_of("roller", 20e-3)));
}
