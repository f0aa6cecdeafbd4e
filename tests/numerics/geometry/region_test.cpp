#include "percuta/numerics/geometry/region.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "percuta/base/random.hpp"

using namespace percuta;

TEST_CASE("[law] a region gives the answers of its outline everywhere, hollows, corners and edges included") {
  numerics::Polygon star;
  for (int i = 0; i < 30; ++i) {
    const double radius = i % 2 == 0 ? 40e-3 : 15e-3, angle = 2 * std::numbers::pi * i / 30;
    star.push_back({radius * std::cos(angle), radius * std::sin(angle)});
  }
  for (const numerics::Polygon& outline : {star, numerics::Polygon{{0, 0}, {0.06, 0}, {0.06, 0.03}, {0, 0.03}}}) {
    const numerics::Region region(outline);
    Stream stream({7, 0, 0, 0, "tests.region"});
    int inside = 0;
    for (int i = 0; i < 100'000; ++i) {
      const numerics::Point p{0.1 * (stream.uniform() - 0.5), 0.1 * (stream.uniform() - 0.5)};
      REQUIRE(region.contains(p) == numerics::contains(outline, p));
      inside += region.contains(p) ? 1 : 0;
    }
    CHECK(inside > 5000);
    for (std::size_t i = 0; i < outline.size(); ++i) {
      const numerics::Point a = outline[i], b = outline[(i + 1) % outline.size()];
      for (int k = 0; k <= 50; ++k) {
        const numerics::Point p{a.x + (b.x - a.x) * k / 50, a.y + (b.y - a.y) * k / 50};
        CHECK(region.contains(p) == numerics::contains(outline, p));
      }
    }
  }
}

TEST_CASE("[unit] an outline without extent holds nothing") {
  CHECK_FALSE(numerics::Region({}).contains({0, 0}));
  CHECK_FALSE(numerics::Region({{0, 0}, {1, 0}, {2, 0}}).contains({1, 0}));
}
