#include "percuta/punctures/roller_kinematics.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numbers>

#include "device/roller_fixture.hpp"

using namespace percuta;

namespace {

/// Millimetres, for a drum of 20 mm.
double sweep(double length, double share) {
  device::Device device = tests::roller();
  device.needle.length = certain(length * 1e-3);
  device.drum.rolling_share = certain(share);
  return punctures::roller_kinematics(device).tip_sweep * 1e3;
}

}  // namespace

TEST_CASE("[unit] the tip's sweep is that of the table of drum and tip rolling radii") {
  struct Row {
    double length, drum, tip;
  };
  for (const Row& row : {Row{0.2, 0.05, 0.03}, Row{0.5, 0.21, 0.10}, Row{1.0, 0.57, 0.29}, Row{1.5, 1.03, 0.52},
                         Row{2.0, 1.55, 0.79}, Row{3.0, 2.75, 1.41}}) {
    CHECK(sweep(row.length, 0) == doctest::Approx(row.drum).epsilon(0.0051 / row.drum));
    CHECK(sweep(row.length, 1) == doctest::Approx(row.tip).epsilon(0.0051 / row.tip));
  }
}

TEST_CASE("[unit] a needle enters at the angle whose cosine is drum over tip circle") {
  const punctures::RollerKinematics kinematics = punctures::roller_kinematics(tests::roller());
  CHECK(kinematics.entry_angle * 180 / std::numbers::pi == doctest::Approx(29.6).epsilon(0.002));
  CHECK(kinematics.rolling_radius == doctest::Approx(10e-3));
}

TEST_CASE("[law] between drum and tip circle the sweep passes through a smallest value and never vanishes") {
  double least = 1e9;
  for (int i = 0; i <= 20; ++i) {
    const double swept = sweep(1.5, i / 20.0);
    CHECK(swept > 0);
    CHECK(swept <= sweep(1.5, 0) + 1e-9);
    least = std::min(least, swept);
  }
  CHECK(least < sweep(1.5, 1));
}

TEST_CASE("[law] a longer needle sweeps further, a larger drum less") {
  CHECK(sweep(2.0, 0.5) > sweep(1.5, 0.5));
  device::Device large = tests::roller();
  large.drum.diameter = certain(40e-3);
  CHECK(punctures::roller_kinematics(large).tip_sweep < punctures::roller_kinematics(tests::roller()).tip_sweep);
}
