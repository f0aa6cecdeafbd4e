#include "percuta/numerics/operators/body_width.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <initializer_list>

#include "percuta/base/error.hpp"
#include "percuta/numerics/operators/cut_faces.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

const Grid& cells() {
  static const Grid grid({12, 12, 12}, 1, 1, even_edges(12, 12));
  return grid;
}

BodyShape upright(double x, double y, double diameter) {
  return tapered({{x, y, 2}, {x, y, 9}, 0.5 * diameter, 0.5 * diameter});
}

BodyShape plate(double from, double to) {
  return both(half_space({0, 0, to}, {0, 0, 1}), half_space({0, 0, from}, {0, 0, -1}));
}

void hold(const BodyShape& body) {
  Medium medium;
  medium.conductivity = Field("k", "1", cells().layout(), 1);
  Transmissibilities matrix(cells(), medium);
  hold_body(cells(), medium, {body, 1, 1, {}}, matrix);
}

}  // namespace

TEST_CASE("[unit] a body is as many cells across as it is at its widest, up to 2") {
  for (const double x : {5.5, 5.7, 6.0}) {
    const std::array<double, 3> thin = cells_across(cells(), upright(x, 5.2, 0.5), {5, 5, 6});
    CHECK(thin[0] == doctest::Approx(0.5).epsilon(0.01));
    CHECK(thin[1] == doctest::Approx(0.5).epsilon(0.01));
    CHECK(thin[2] == 2);
  }
  CHECK(cells_across(cells(), plate(4.3, 5.5), {3, 3, 4})[2] == doctest::Approx(1.2).epsilon(0.01));
  CHECK(cells_across(cells(), plate(4.3, 5.5), {3, 3, 4})[0] == 2);
  CHECK(cells_across(cells(), upright(5, 5, 0.5), {9, 9, 6})[2] == 0);
}

TEST_CASE("[law] a held needle thinner than a cell is refused wherever it lies, told how fine cells must be") {
  for (const double diameter : {0.01, 0.25, 0.5, 1.0, 1.4}) {
    for (const double x : {5.0, 5.2, 5.5}) {
      for (const double y : {6.0, 6.25, 6.5}) {
        CAPTURE(diameter);
        CAPTURE(x);
        CAPTURE(y);
        CHECK_THROWS_WITH_AS(hold(upright(x, y, diameter)), doctest::Contains("times finer"), InputError);
        CHECK_THROWS_AS(hold(tapered({{x, y, 2}, {x + 3, y - 2, 8}, 0.4 * diameter, 0.4 * diameter})), InputError);
        CHECK_THROWS_AS(hold(sphere({x, y, 6.1}, 0.5 * diameter)), InputError);
      }
    }
  }
  CHECK_THROWS_WITH_AS(hold(upright(5, 6, 0.5)), doctest::Contains("make cells 3 times finer"), InputError);
}

TEST_CASE("[law] a thin needle that leans is refused, however little it leans") {
  for (const double diameter : {1e-6, 1e-4, 1e-3, 0.03, 0.4}) {
    for (const double lean : {1e-6, 5e-5, 1e-3, 0.05, 1.0}) {
      for (const double y : {6.04, 6.31, 6.47}) {
        CAPTURE(diameter);
        CAPTURE(lean);
        CAPTURE(y);
        const double radius = 0.5 * diameter;
        CHECK_THROWS_AS(hold(tapered({{5.994, y, 0}, {5.994 + lean, y - lean, 9}, radius, radius})), InputError);
      }
    }
  }
}

TEST_CASE("[law] 1.5 cells across is enough wherever a needle stands, and as fine as told is enough") {
  for (const double x : {5.0, 5.1, 5.23, 5.5}) {
    for (const double y : {6.0, 6.3, 6.47}) {
      CAPTURE(x);
      CAPTURE(y);
      CHECK_NOTHROW(hold(upright(x, y, 1.5)));
      CHECK_THROWS_WITH_AS(hold(upright(x, y, 1.48)), doctest::Contains("make cells 1.1 times finer"), InputError);
      CHECK_NOTHROW(hold(upright(x, y, 1.48 * 1.1)));
    }
  }
}

TEST_CASE("[law] one thin needle among wide ones is found") {
  CHECK_NOTHROW(hold(either(upright(3, 3, 2), upright(9, 9, 2))));
  CHECK_THROWS_AS(hold(either(upright(3, 3, 2), upright(9, 9, 0.2))), InputError);
}

TEST_CASE("[law] a sharp tip is as wide as its shaft, and a plate may be one cell thick") {
  CHECK_NOTHROW(hold(tapered({{5.2, 6.1, -1}, {5.4, 6.3, 9}, 1.5, 0})));
  CHECK_NOTHROW(hold(tapered({{5.2, 6.1, 1}, {7.4, 6.3, 11}, 1.5, 0})));
  CHECK_NOTHROW(hold(plate(4, 5)));
  CHECK_THROWS_AS(hold(plate(4.6, 5.4)), InputError);
  CHECK_NOTHROW(hold(half_space({0, 0, 0.7}, {0, 0, 1})));
}

TEST_CASE("[law] the thinnest body that is let through is held wherever it lies") {
  for (const double x : {5.0, 5.25, 5.5}) {
    for (const double y : {6.0, 6.2, 6.5}) {
      Medium medium;
      medium.conductivity = Field("k", "1", cells().layout(), 1);
      Transmissibilities matrix(cells(), medium);
      hold_body(cells(), medium, {upright(x, y, 1.52), 1, 1, {}}, matrix);
      for (Index k = 3; k < 8; ++k) {
        const auto in_layer = [&](const Held& held) {
          return held.cell % cells().layout().slab() / cells().layout().stride() == k;
        };
        CHECK(std::any_of(matrix.held().begin(), matrix.held().end(), in_layer));
      }
    }
  }
}
