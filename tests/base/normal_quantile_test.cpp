#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "percuta/base/random.hpp"

using namespace percuta;

namespace {
double normal_share(double z) {
  return 0.5 * std::erfc(-z / std::numbers::sqrt2);
}
}  // namespace

TEST_CASE("[law] the quantile inverts the distribution in middle, shoulder and tail") {
  for (const double p :
       {1e-300, 1e-100, 1e-30, 1e-12, 1e-6, 0.001, 0.02, 0.07, 0.0751, 0.1, 0.3, 0.5, 0.7, 0.92, 0.95, 0.999}) {
    CAPTURE(p);
    CHECK(std::abs(normal_share(normal_quantile(p)) / p - 1) < 1e-15 * (20 + 3 * std::abs(std::log(p))));
  }
}

TEST_CASE("[law] the quantile is odd about one half and rises") {
  double before = -40;
  for (int i = 1; i < 1000; ++i) {
    const double z = normal_quantile(i / 1000.0);
    CHECK(z > before);
    before = z;
    CHECK(normal_quantile(1 - i / 1000.0) == doctest::Approx(-z).epsilon(1e-13));
  }
  CHECK(normal_quantile(0.5) == 0.0);
}

TEST_CASE("[law] known quantiles are hit") {
  CHECK(normal_quantile(0.975) == doctest::Approx(1.959963984540054).epsilon(1e-15));
  CHECK(normal_quantile(0.9) == doctest::Approx(1.2815515655446004).epsilon(1e-15));
  CHECK(normal_quantile(1e-10) == doctest::Approx(-6.361340902404056).epsilon(1e-14));
}
