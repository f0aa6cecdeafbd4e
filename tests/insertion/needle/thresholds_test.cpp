#include "percuta/insertion/needle/thresholds.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace percuta;
using namespace percuta::insertion;

TEST_CASE("[law] the classes are log-normal about 1 with the spread that is asked, and all alike without one") {
  const std::vector<double> classes = threshold_classes(0.4);
  REQUIRE(classes.size() == k_thresholds);
  double mean = 0, square = 0;
  for (const double one : classes) {
    mean += std::log(one) / k_thresholds;
    square += std::log(one) * std::log(one) / k_thresholds;
  }
  CHECK(mean == doctest::Approx(0).epsilon(1e-12));
  CHECK(std::sqrt(square) == doctest::Approx(0.4).epsilon(0.02));
  CHECK(std::is_sorted(classes.begin(), classes.end()));
  for (const double one : threshold_classes(0)) CHECK(one == 1);
}

TEST_CASE("[law] a place keeps its class, other places and other members draw apart, all classes alike often") {
  const std::uint64_t key = threshold_key({7, 1, 32});
  CHECK(threshold_class({1e-3, 2e-3}, key) == threshold_class({1e-3, 2e-3}, key));
  std::vector<int> often(k_thresholds);
  int same = 0;
  const std::uint64_t other = threshold_key({7, 2, 32});
  constexpr int k_side = 200;
  for (int i = 0; i < k_side; ++i) {
    for (int j = 0; j < k_side; ++j) {
      const numerics::Point at{1e-4 * i, 1e-4 * j};
      const std::size_t one = threshold_class(at, key);
      ++often[one];
      same += one == threshold_class(at, other) ? 1 : 0;
    }
  }
  const double expected = static_cast<double>(k_side * k_side) / k_thresholds;  // 625, standard deviation 25
  for (const int count : often) CHECK(count == doctest::Approx(expected).epsilon(0.2));
  CHECK(same == doctest::Approx(expected).epsilon(0.2));
}
