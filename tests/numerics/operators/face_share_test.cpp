#include "percuta/numerics/operators/face_share.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>

#include "numerics/solvers/random_problem.hpp"
#include "percuta/numerics/operators/channel_cover.hpp"

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

TEST_CASE("[unit] a face between two cells is crossed, one on a side only where it wraps") {
  const Grid grid({4, 3, 2, true, false}, 1, 2, {0, 1, 3});
  const auto across = crossing(grid, {Axis::x, 0, 1, 1});
  REQUIRE(across.has_value());
  CHECK(across->i == 3);
  CHECK(across->before.x == doctest::Approx(-0.5));
  CHECK(across->area == doctest::Approx(4));
  CHECK_FALSE(crossing(grid, {Axis::y, 1, 0, 1}).has_value());
  CHECK_FALSE(crossing(grid, {Axis::z, 1, 1, 0}).has_value());
  const auto deep = crossing(grid, {Axis::z, 1, 1, 1});
  REQUIRE(deep.has_value());
  CHECK(deep->height_before == 1);
  CHECK(deep->height_after == 2);
}

TEST_CASE("[law] no cell that a surface touches is passed over") {
  tests::Dice dice(9);
  const Grid grid({19, 17, 15}, 0.1, 0.13, even_edges(15, 1.2));
  for (int n = 0; n < 20; ++n) {
    const SkinPlace from{dice.uniform(0, 2), dice.uniform(0, 2), 0}, to{dice.uniform(0, 2), dice.uniform(0, 2), 0.9};
    const BodyShape cone = tapered({from, to, dice.uniform(0.05, 0.6), dice.uniform(0, 0.2)});
    const double margin = dice.uniform(0, 0.2);
    const CellsAtBody cells = cells_at(grid, cone, margin);
    Field kind("kind", "1", grid.layout());
    for (const auto& [i, j, k] : cells.near) kind(i, j, k) += 1;
    for (const auto& [i, j, k] : cells.within) kind(i, j, k) += 10;
    for_each_cell(grid.layout(), [&](Index i, Index j, Index k) {
      const double at = cone(middle_of(grid, i, j, k)), open = open_share_of_cell(grid, cone, i, j, k);
      if (kind(i, j, k) == 0) CHECK((at > margin && open == 1));
      if (kind(i, j, k) == 10) CHECK((at < -margin && open == 0));
      CHECK((kind(i, j, k) <= 1 || kind(i, j, k) == 10));
    });
  }
}
