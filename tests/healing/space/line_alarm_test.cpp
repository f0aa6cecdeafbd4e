#include "percuta/healing/space/line_alarm.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

using percuta::healing::LineAlarm;

TEST_CASE("[law] the whole line sums to Bessel's function") {
  for (const double r : {0.02, 0.1, 0.5, 1.0, 2.0, 5.0, 9.0}) {
    const double closed = std::cyl_bessel_k(0.0, r) / (4 * std::numbers::pi);
    CHECK(LineAlarm(r).whole() == doctest::Approx(closed).epsilon(1e-6));
    CHECK(LineAlarm(r)(1000) == doctest::Approx(closed).epsilon(1e-6));
  }
}

TEST_CASE("[law] half lines agree with the integral of the alarm of points, and are odd") {
  for (const double r : {0.05, 0.4, 1.5, 4.0}) {
    const LineAlarm line(r);
    for (const double u : {0.01, 0.2, 1.0, 3.0}) {
      constexpr int k_steps = 200000;
      double sum = 0;
      for (int i = 0; i < k_steps; ++i) {
        const double s = (i + 0.5) * u / k_steps, R = std::sqrt(r * r + s * s);
        sum += std::exp(-R) / R * u / k_steps;
      }
      CHECK(line(u) == doctest::Approx(sum / (4 * std::numbers::pi)).epsilon(1e-5));
      CHECK(line(-u) == -line(u));
    }
  }
}
