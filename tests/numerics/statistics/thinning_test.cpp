#include "percuta/numerics/statistics/thinning.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace percuta::numerics;

TEST_CASE("[unit] few indices are all kept") {
  CHECK(thinned(3, 5) == std::vector<std::size_t>{0, 1, 2});
  CHECK(thinned(0, 5).empty());
  CHECK(thinned(5, 0).empty());
}

TEST_CASE("[law] many indices are thinned to the wanted number, one from each stretch, ascending") {
  const auto kept = thinned(100000, 20000);
  REQUIRE(kept.size() == 20000);
  CHECK(std::is_sorted(kept.begin(), kept.end()));
  for (std::size_t i = 0; i < kept.size(); ++i) CHECK_UNARY(kept[i] / 5 == i);
}

TEST_CASE("[law] no repeating pattern is favoured") {
  const auto kept = thinned(40000, 20000);
  const auto even = std::count_if(kept.begin(), kept.end(), [](std::size_t i) { return i % 2 == 0; });
  CHECK(even > 9000);
  CHECK(even < 11000);
}
