#include "numerics/solvers/manufactured.hpp"

#include <doctest/doctest.h>

using percuta::tests::Manufactured;

namespace {

/// The errors' ratios at three resolutions.
void must_be_of_second_order(const Manufactured& problem) {
  const double coarse = problem.error(4), mid = problem.error(8), fine = problem.error(16);
  CAPTURE(coarse);
  CAPTURE(mid);
  CAPTURE(fine);
  CHECK(coarse / mid == doctest::Approx(4).epsilon(0.2));
  CHECK(mid / fine == doctest::Approx(4).epsilon(0.1));
}

}  // namespace

TEST_CASE("[order] several layers that jump up and down, waves along x and y: second order in space") {
  must_be_of_second_order({{{0.1, 1}, {0.25, 0.01}, {0.5, 3}, {0.8, 0.1}, {1, 1}}, 0});
}

TEST_CASE("[order] an interface that resists between layers costs no order") {
  must_be_of_second_order({{{0.2, 0.5}, {0.6, 0.02}, {1, 1}}, 2});
}

TEST_CASE("[order] one layer is of second order too") {
  must_be_of_second_order({{{1, 1}}, 0});
}
