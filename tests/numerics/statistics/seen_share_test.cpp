#include "percuta/numerics/statistics/seen_share.hpp"

#include <doctest/doctest.h>

#include <numbers>

#include "percuta/base/error.hpp"
#include "percuta/numerics/statistics/envelope.hpp"
#include "percuta/numerics/statistics/ripley.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

const Polygon k_square = {{1, 1}, {11, 1}, {11, 11}, {1, 11}};
const Polygon k_notched = {{0, 0}, {10, 0}, {10, 6}, {5, 6}, {5, 10}, {0, 10}};

}  // namespace

TEST_CASE("[law] a square of side a lets 1 - 8 r / (3 pi a) + r2 / (2 pi a2) of the pairs be seen") {
  const Radii radii{4, 40};
  const std::vector<double> share = seen_share(k_square, radii);
  REQUIRE(share.size() == 41);
  for (std::size_t k = 0; k <= 40; ++k) {
    const double r = 0.1 * static_cast<double>(k) / 10;
    CHECK(share[k] ==
          doctest::Approx(1 - 8 * r / (3 * std::numbers::pi) + r * r / (2 * std::numbers::pi)).epsilon(1e-3));
  }
}

TEST_CASE("[law] K without edge correction, over the share seen, is the area of the circle for points at random") {
  RipleyOptions options;
  options.radii = {3, 30};
  options.rules = {false, false, false, true};
  for (const Polygon& window : {k_square, k_notched}) {
    const std::vector<double> share = seen_share(window, options.radii);
    std::vector<double> mean(share.size(), 0);
    constexpr std::uint32_t k_patterns = 400;
    for (std::uint32_t i = 0; i < k_patterns; ++i) {
      const RipleyK k = ripley_k(random_points(300, window, {5, 0, i}), window, options);
      for (std::size_t j = 0; j < mean.size(); ++j) mean[j] += k.none[j] / share[j] / k_patterns;
    }
    for (std::size_t j = 5; j < mean.size(); ++j) {
      const double r = 0.1 * static_cast<double>(j);
      CHECK(mean[j] == doctest::Approx(std::numbers::pi * r * r).epsilon(0.02));
    }
  }
}

TEST_CASE("[unit] everything is seen at no distance, less farther off, and a window needs an area") {
  const std::vector<double> share = seen_share(k_notched, {3, 6});
  CHECK(share.front() == 1);
  for (std::size_t k = 1; k < share.size(); ++k) CHECK(share[k] < share[k - 1]);
  CHECK_THROWS_AS(seen_share({}, {3, 6}), InputError);
  CHECK_THROWS_AS(seen_share({{0, 0}, {1, 0}}, {3, 6}), InputError);
}
