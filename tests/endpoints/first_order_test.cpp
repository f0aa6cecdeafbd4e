#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "endpoints/treated_fixture.hpp"
#include "percuta/endpoints/first_order.hpp"

using namespace percuta;

using endpoints::FirstOrder;

TEST_CASE("[law] a ramp is followed exactly on any grid") {
  for (const int n : {1, 7, 400}) {
    std::vector<double> times, ramp;
    for (int i = 0; i <= n; ++i) {
      times.push_back(5.0 * i / n);
      ramp.push_back(times.back());
    }
    const double rate = 0.7;
    const double exact = 5 - (1 - std::exp(-rate * 5)) / rate;
    CHECK(FirstOrder(times, rate).follow(ramp).back() == doctest::Approx(exact).epsilon(1e-12));
  }
}

TEST_CASE("[law] short steps count for little, and steps of no length change nothing") {
  const std::vector<double> times = {0, 0, 1e-9, 1};
  const auto followed = FirstOrder(times, 1e-3).follow({1, 1, 1, 1});
  CHECK(followed[1] == 0);
  CHECK(followed[2] == doctest::Approx(1e-12).epsilon(1e-3));
  CHECK(followed[3] == doctest::Approx(-std::expm1(-1e-3)).epsilon(1e-10));
}

TEST_CASE("[law] what is not driven stays exactly 0") {
  for (const double value : FirstOrder({0, 1, 10, 1000}, 0.3).follow({0, 0, 0, 0})) CHECK(value == 0);
}

TEST_CASE("[order] a curved driver is followed to second order in the step") {
  const auto error = [](int n) {
    std::vector<double> times, wave;
    for (int i = 0; i <= n; ++i) {
      times.push_back(3.0 * i / n);
      wave.push_back(std::sin(times.back()));
    }
    const double exact = 0.5 * (std::sin(3.0) - std::cos(3.0) + std::exp(-3.0));
    return std::abs(FirstOrder(times, 1).follow(wave).back() - exact);
  };
  CHECK(error(20) / error(40) == doctest::Approx(4).epsilon(0.05));
}
