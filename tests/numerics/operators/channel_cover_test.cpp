#include "percuta/numerics/operators/channel_cover.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>

#include "numerics/solvers/random_problem.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

constexpr double k_pi = 3.141592653589793;

/// The same area by a fine raster.
double rastered(double x, double y, double r, double x0, double x1, double y0, double y1) {
  constexpr int k_side = 400;
  int inside = 0;
  for (int i = 0; i < k_side; ++i) {
    for (int j = 0; j < k_side; ++j) {
      const double px = x0 + (x1 - x0) * (i + 0.5) / k_side, py = y0 + (y1 - y0) * (j + 0.5) / k_side;
      inside += std::hypot(px - x, py - y) < r ? 1 : 0;
    }
  }
  return (x1 - x0) * (y1 - y0) * inside / (k_side * k_side);
}

}  // namespace

TEST_CASE("[law] disc and rectangle share what a fine raster counts, however they lie") {
  tests::Dice dice(2);
  for (int n = 0; n < 60; ++n) {
    const double x = dice.uniform(-1, 1), y = dice.uniform(-1, 1), r = dice.uniform(0.1, 1.5);
    const double x0 = dice.uniform(-1.5, 0), x1 = dice.uniform(0, 1.5), y0 = dice.uniform(-1.5, 0),
                 y1 = dice.uniform(0, 1.5);
    CHECK(std::abs(shared_area(x, y, r, x0, x1, y0, y1) - rastered(x, y, r, x0, x1, y0, y1)) < 4e-3);
  }
  CHECK(shared_area(0, 0, 1, -2, 2, -2, 2) == doctest::Approx(k_pi));
  CHECK(shared_area(0, 0, 1, 0, 2, 0, 2) == doctest::Approx(k_pi / 4));
  CHECK(shared_area(0, 0, 1, 1.5, 2, 0, 2) == 0);
  CHECK(shared_area(0, 0, 10, 1, 2, 1, 2) == doctest::Approx(1));
}

TEST_CASE("[law] cells cover a channel's volume exactly, also across sides that wrap") {
  for (const bool wraps : {false, true}) {
    const Grid grid({20, 20, 0, wraps, wraps}, 20e-6, 20e-6, even_edges(16, 800e-6));
    Field cover("cover", "1", grid.layout());
    const double at = wraps ? 5e-6 : 203e-6;
    add_channel(grid, {at, at + 1e-6, 630e-6, [](double) { return 35e-6; }}, cover);
    CHECK(cover.integral(grid) == doctest::Approx(k_pi * 35e-6 * 35e-6 * 630e-6).epsilon(1e-9));
    CHECK(cover.greatest() <= 1);
    CHECK(cover.least() >= 0);
  }
}

TEST_CASE("[law] a cone's volume is met to second order in depth, and a wider or deeper channel covers more") {
  const auto volume = [](Index cells, double radius, double depth) {
    const Grid grid({20, 20, cells}, 20e-6, 20e-6, even_edges(cells, 800e-6));
    Field cover("cover", "1", grid.layout());
    add_channel(grid, {200e-6, 195e-6, depth, [=](double z) { return radius * (1 - z / depth); }}, cover);
    return cover.integral(grid);
  };
  const double exact = k_pi * 60e-6 * 60e-6 * 600e-6 / 3;
  const double coarse = std::abs(volume(20, 60e-6, 600e-6) - exact), fine = std::abs(volume(40, 60e-6, 600e-6) - exact);
  CHECK(coarse / fine == doctest::Approx(4).epsilon(0.1));
  CHECK(volume(20, 70e-6, 600e-6) > volume(20, 60e-6, 600e-6));
  CHECK(volume(20, 60e-6, 700e-6) > volume(20, 60e-6, 600e-6));
}

TEST_CASE("[unit] channels that meet cover no cell more than wholly") {
  const Grid grid({4, 4, 2}, 20e-6, 20e-6, even_edges(2, 100e-6));
  Field cover("cover", "1", grid.layout());
  for (const double x : {40e-6, 45e-6}) add_channel(grid, {x, 40e-6, 100e-6, [](double) { return 15e-6; }}, cover);
  CHECK(cover.greatest() < 1);
  CHECK(cover.least() == 0);
}

TEST_CASE("[law] no area is below nothing, where disc and rectangle hardly touch either") {
  tests::Dice dice(7);
  for (int n = 0; n < 20000; ++n) {
    const double r = 50e-6, x = 2.3 * r, h = r / 8;
    const double i = std::floor(dice.uniform(0, 40)), j = std::floor(dice.uniform(0, 40));
    CHECK(shared_area(x, x + dice.uniform(-h, h), r, i * h, (i + 1) * h, j * h, (j + 1) * h) >= 0);
  }
}
