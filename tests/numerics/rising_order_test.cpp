#include "percuta/numerics/rising_order.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "percuta/base/random.hpp"

using namespace percuta;
using numerics::RisingOrder;

TEST_CASE("[law] numbers of any size and sign come in the order that comparing gives, equals as they stood") {
  Stream stream({3, 0, 0, 0, "numbers"});
  std::vector<double> numbers = {0, -0.0, 1, -1, 1e-320, -1e-320, 1e308, -1e308, 0};
  for (int i = 0; i < 3000; ++i) {
    const double size = std::exp2(200 * (stream.uniform() - 0.5));
    numbers.push_back(stream.uniform() < 0.5 ? size : -size);
    numbers.push_back(std::floor(10 * stream.uniform()));
  }
  std::vector<std::uint32_t> wanted(numbers.size());
  std::iota(wanted.begin(), wanted.end(), 0U);
  std::stable_sort(wanted.begin(), wanted.end(), [&](auto a, auto b) { return numbers[a] < numbers[b]; });
  RisingOrder order;
  CHECK(order({3, 1, 2}) == std::vector<std::uint32_t>{1, 2, 0});
  CHECK(order(numbers) == wanted);
}

TEST_CASE("[unit] no numbers have no order; equal ones stay as they are") {
  CHECK(RisingOrder()({}).empty());
  CHECK(RisingOrder()({2, 2, 2}) == std::vector<std::uint32_t>{0, 1, 2});
}
