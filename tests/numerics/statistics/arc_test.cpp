#include "percuta/numerics/statistics/arc.hpp"

#include <doctest/doctest.h>

TEST_CASE("[law] the angle is that of std::acos to 2e-15") {
  for (int i = 0; i <= 10000; ++i) {
    const double cosine = i / 10000.0;
    REQUIRE(std::abs(percuta::numerics::acute_arc(cosine) - std::acos(cosine)) < 2e-15);
  }
}
