#include "percuta/numerics/face_share.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>

#include "numerics/random_problem.hpp"
#include "percuta/numerics/channel_cover.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

constexpr double k_pi = 3.141592653589793;

}  // namespace

TEST_CASE("[law] a tilted plane leaves open what lies on its side of a face, exactly") {
  const Grid grid({1, 1, 1}, 2, 3, {0, 4});
  CHECK(open_share(grid, half_space({1, 1.5, 2}, {1, 2, 3}), {Axis::x, 0, 0, 0}) < 0.5);
  CHECK(open_share(grid, half_space({0, 1.5, 2}, {0, 2, 3}), {Axis::x, 0, 0, 0}) == doctest::Approx(0.5));
  CHECK(open_share(grid, half_space({1, 0, 1}, {1, 0, 0}), {Axis::y, 0, 0, 0}) == doctest::Approx(0.5));
  CHECK(open_share(grid, half_space({0.5, 0, 0}, {-1, 0, 0}), {Axis::z, 0, 0, 0}) == doctest::Approx(0.25));
  CHECK(open_share(grid, half_space({0, 0, 0}, {1, 1, 0}), {Axis::z, 0, 0, 0}) == 1);
  CHECK(open_share(grid, half_space({2, 3, 0}, {1, 1, 0}), {Axis::z, 0, 0, 0}) == 0);
  CHECK(open_share_of_cell(grid, half_space({1, 1.5, 2}, {3, 2, 1}), 0, 0, 0) == doctest::Approx(0.5));
}

TEST_CASE("[law] the share that a cylinder leaves open is that of its exact circle, to second order") {
  const Grid grid({1, 1, 1}, 1, 1, {0, 1});
  tests::Dice dice(3);
  for (int n = 0; n < 100; ++n) {
    const double x = dice.uniform(-1, 2), y = dice.uniform(-1, 2), r = dice.uniform(0.8, 3);
    const double exact = 1 - shared_area(x, y, r, 0, 1, 0, 1);
    const BodyShape rod = tapered({{x, y, -9}, {x, y, 9}, r, r});
    CHECK(std::abs(open_share(grid, rod, {Axis::z, 0, 0, 0}) - exact) < 0.01);
    CHECK(std::abs(open_share_of_cell(grid, rod, 0, 0, 0) - exact) < 0.01);
  }
}

TEST_CASE("[law] cells share out a ball's volume") {
  const Grid grid({12, 11, 10}, 0.1, 0.11, even_edges(10, 1.2));
  const BodyShape ball = sphere({0.61, 0.58, 0.6}, 0.45);
  double volume = 0;
  for_each_cell(grid.layout(), [&](Index i, Index j, Index k) {
    const double open = open_share_of_cell(grid, ball, i, j, k);
    CHECK((open >= 0 && open <= 1));
    volume += (1 - open) * grid.volume(k);
  });
  CHECK(volume == doctest::Approx(4 * k_pi * 0.45 * 0.45 * 0.45 / 3).epsilon(2e-3));
}

TEST_CASE("[unit] a surface is met where it lies, also beyond the first half of the way") {
  const BodyShape ball = sphere({0, 0, 0}, 1);
  CHECK(way_to_surface(ball, {3, 0, 0}, {0, 0, 0}) == doctest::Approx(2.0 / 3));
  CHECK(way_to_surface(ball, {1.25, 0, 0}, {0.25, 0, 0}) == doctest::Approx(0.25));
}

TEST_CASE("[unit] each face between two cells is crossed once, and sides only where they wrap") {
  for (const bool wraps : {false, true}) {
    const Grid grid({4, 3, 2, wraps, false}, 1, 2, {0, 1, 3});
    int n = 0;
    for_each_crossing(grid, [&](const Crossing& c) {
      ++n;
      CHECK(c.height_before + c.height_after ==
            doctest::Approx(2 * (c.after.x - c.before.x + c.after.y - c.before.y + c.after.z - c.before.z)));
    });
    CHECK(n == (wraps ? 4 : 3) * 3 * 2 + 4 * 2 * 2 + 4 * 3);
  }
  const Grid grid({4, 3, 2, true, false}, 1, 2, {0, 1, 3});
  const auto across = crossing(grid, {Axis::x, 0, 1, 1});
  REQUIRE(across.has_value());
  CHECK(across->i == 3);
  CHECK(across->before.x == doctest::Approx(-0.5));
  CHECK(across->area == doctest::Approx(4));
}
