#include "percuta/numerics/statistics/statistics.hpp"

#include <doctest/doctest.h>

#include "numerics/door_example.hpp"

using namespace percuta::numerics;

TEST_CASE("[unit] the example in the door of statistics gives what it says") {
  const Polygon window = {{0, 0}, {2e-3, 0}, {2e-3, 2e-3}, {0, 2e-3}};
  const std::vector<Point> points = {{0.5e-3, 0.5e-3}, {1.5e-3, 0.5e-3}, {0.5e-3, 1.5e-3}, {1.5e-3, 1.5e-3}};
  const double evenness = count_quadrats(points, window, 1e-3).evenness();  // 1
  const RipleyK k = ripley_k(points, window, {.radii = {.most = 0.9e-3, .n = 9}, .rules = {}});
  const double within = k.translation.back();  // 0: nobody stands within 0.9 mm of another
  const Statistic statistic = [&](const std::vector<Point>& some) {
    return std::vector{count_quadrats(some, window, 1e-3).dispersion};
  };
  const Envelope chance = envelope(points, window, statistic, {.simulations = 39});  // observed 0, centre near 1
  CHECK(evenness == doctest::Approx(1));
  CHECK(within == 0);
  CHECK(chance.observed.front() == doctest::Approx(0));
  CHECK(chance.centre.front() == doctest::Approx(1).epsilon(0.4));
}

TEST_CASE("[unit] the example in the door of statistics is the one that is tested") {
  CHECK(percuta::tests::untested_lines("statistics").empty());
}
