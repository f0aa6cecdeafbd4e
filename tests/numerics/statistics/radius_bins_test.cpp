#include "percuta/numerics/statistics/radius_bins.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "percuta/base/error.hpp"

using namespace percuta;
using numerics::RadiusBins;

TEST_CASE("[unit] a bin holds what lies beyond the radius before and within its own") {
  const RadiusBins bins({2, 4});
  CHECK(bins.radii() == std::vector<double>{0, 0.5, 1, 1.5, 2});
  CHECK(bins.bin(0) == 0);
  CHECK(bins.bin(1e-300) == 1);
  CHECK(bins.bin(0.25) == 1);
  CHECK(bins.bin(0.2500001) == 2);
  CHECK(bins.bin(4) == 4);
  CHECK(bins.bin(4.0001) == 5);
  CHECK(bins.bin(1e30) == 5);
}

TEST_CASE("[law] a square on the edge of a bin goes where its rounded root goes") {
  const RadiusBins bins({0.7, 7});
  for (const double radius : bins.radii()) {
    double square = radius * radius;
    for (int i = 0; i < 5; ++i) square = std::nextafter(square, 0.0);
    for (int i = 0; i < 10; ++i, square = std::nextafter(square, 1.0)) {
      std::size_t k = 0;
      while (k < bins.radii().size() && std::sqrt(square) > bins.radii()[k]) ++k;
      REQUIRE(bins.bin(square) == k);
    }
  }
}

TEST_CASE("[unit] a bin in doubt is settled by the square") {
  const RadiusBins bins({2, 4});
  CHECK(bins.settled(3, 0) == 3);
  CHECK(bins.settled(-1 - 3, 1.0) == 2);
  CHECK(bins.settled(-1 - 1, 1.0001) == 3);
}

TEST_CASE("[unit] the last radius within a distance") {
  const RadiusBins bins({2, 4});
  CHECK(bins.last_within(-1) == 0);
  CHECK(bins.last_within(0.49) == 0);
  CHECK(bins.last_within(0.5) == 1);
  CHECK(bins.last_within(99) == 4);
}

TEST_CASE("[unit] radii that reach nowhere or are too many are refused") {
  CHECK_THROWS_AS(RadiusBins({0, 4}), InputError);
  CHECK_THROWS_AS(RadiusBins({1, 0}), InputError);
  CHECK_THROWS_AS(RadiusBins({1, RadiusBins::k_most + 1}), InputError);
}
