#include "percuta/punctures/roller_kinematics.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
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

TEST_CASE(
    "[law] the tip meets the skin where its path crosses the surface, and there it is as fast as its path falls") {
  for (const double share : {0.0, 0.4, 1.0}) {
    device::Device device = tests::roller();
    device.drum.rolling_share = certain(share);
    const punctures::RollerKinematics k = punctures::roller_kinematics(device);
    const double tip = 11.5e-3, p = -k.entry_angle, dp = 1e-6;
    const auto depth = [&](double angle) { return tip * std::cos(angle) - 10e-3; };
    CHECK(depth(p) == doctest::Approx(0).epsilon(1e-12));
    CHECK(k.entry_lead == doctest::Approx(k.rolling_radius * p - tip * std::sin(p)));
    const double falls = (depth(p + dp) - depth(p - dp)) / (2 * dp);  // per turn; the middle moves on by the radius
    CHECK(k.entry_speed == doctest::Approx(falls / k.rolling_radius));
  }
}

TEST_CASE("[unit] rolling on its tips at 50 mm/s a 1.5 mm roller enters at about 25 mm/s") {
  device::Device device = tests::roller();
  device.drum.rolling_share = certain(1);
  CHECK(50 * punctures::roller_kinematics(device).entry_speed == doctest::Approx(25).epsilon(0.02));
}

TEST_CASE("[law] skin that travels along takes its part off slit and tilt, down to none") {
  const punctures::RollerKinematics k = punctures::roller_kinematics(tests::roller());
  CHECK(punctures::slitting(k, 0).slit == k.tip_sweep);
  CHECK(punctures::slitting(k, 0).tilt == doctest::Approx(k.entry_angle));
  CHECK(punctures::slitting(k, 0.5 * k.tip_sweep).tilt == doctest::Approx(0.5 * k.entry_angle));
  CHECK(punctures::slitting(k, 2 * k.tip_sweep).slit == 0);
  CHECK(punctures::slitting(k, 2 * k.tip_sweep).tilt == 0);
}
