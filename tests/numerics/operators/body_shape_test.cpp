#include "percuta/numerics/operators/body_shape.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>

#include "numerics/solvers/random_problem.hpp"
#include "percuta/base/error.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

SkinPlace any_place(tests::Dice& dice) {
  return {dice.uniform(-3, 3), dice.uniform(-3, 3), dice.uniform(-3, 3)};
}

double distance(SkinPlace a, SkinPlace b) {
  return std::sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y) + (a.z - b.z) * (a.z - b.z));
}

}  // namespace

TEST_CASE("[unit] a body is negative inside, 0 on its surface and a distance outside") {
  const BodyShape ball = sphere({1, 2, 3}, 0.5);
  CHECK(ball({1, 2, 3}) == doctest::Approx(-0.5));
  CHECK(ball({1, 2, 4}) == doctest::Approx(0.5));
  const BodyShape cylinder = tapered({{0, 0, 0}, {0, 0, 2}, 0.5, 0.5});
  CHECK(cylinder({0.2, 0, 1}) == doctest::Approx(-0.3));
  CHECK(cylinder({0, 0.9, 1}) == doctest::Approx(0.4));
  CHECK(cylinder({0, 0, 1.9}) == doctest::Approx(-0.1));
  CHECK(cylinder({0.8, 0, 2.4}) == doctest::Approx(0.5));
  const BodyShape needle = tapered({{0, 0, 0}, {0, 0, 4}, 3, 0});
  CHECK(needle({0, 0, 4.5}) == doctest::Approx(0.5));
  CHECK(needle({0.75, 0, 3}) == doctest::Approx(0));
  CHECK(needle({0, 0, 1.5}) == doctest::Approx(-1.5));
  CHECK(half_space({0, 0, 1}, {0, 0, 2})({5, 5, 3}) == doctest::Approx(2));
}

TEST_CASE("[law] a tilted cone is the upright one turned") {
  const double tilt = 0.4;
  const auto turned = [&](SkinPlace p) {
    return SkinPlace{p.x * std::cos(tilt) + p.z * std::sin(tilt), p.y, p.z * std::cos(tilt) - p.x * std::sin(tilt)};
  };
  const BodyShape upright = tapered({{0, 0, 0}, {0, 0, 2}, 0.7, 0.2});
  const BodyShape tilted = tapered({{0, 0, 0}, turned({0, 0, 2}), 0.7, 0.2});
  tests::Dice dice(4);
  for (int n = 0; n < 200; ++n) {
    const SkinPlace at = any_place(dice);
    CHECK(tilted(turned(at)) == doctest::Approx(upright(at)).epsilon(1e-12));
  }
}

TEST_CASE("[law] no body is steeper than a distance") {
  const BodyShape cone = tapered({{0, 0.3, -1}, {0.5, 0, 2}, 0.6, 0}), ball = sphere({0.3, 0, 0}, 1);
  tests::Dice dice(5);
  for (const BodyShape& body : {cone, ball, outside(cone), either(cone, ball), both(cone, outside(ball))}) {
    for (int n = 0; n < 300; ++n) {
      const SkinPlace a = any_place(dice), b = any_place(dice);
      CHECK(std::abs(body(a) - body(b)) <= distance(a, b) * (1 + 1e-12));
    }
  }
}

TEST_CASE("[unit] bodies join, overlap and turn inside out") {
  const BodyShape a = sphere({0, 0, 0}, 1), b = sphere({1, 0, 0}, 1);
  CHECK(either(a, b)({1.5, 0, 0}) < 0);
  CHECK(both(a, b)({1.5, 0, 0}) > 0);
  CHECK(both(a, b)({0.5, 0, 0}) < 0);
  CHECK(outside(a)({0, 0, 0}) == doctest::Approx(1));
}

TEST_CASE("[unit] bodies without an extent are refused") {
  CHECK_THROWS_AS(sphere({0, 0, 0}, 0), InputError);
  CHECK_THROWS_AS(tapered({{0, 0, 0}, {0, 0, 0}, 1, 1}), InputError);
  CHECK_THROWS_AS(tapered({{0, 0, 0}, {0, 0, 1}, 1, -1}), InputError);
  CHECK_THROWS_AS(half_space({0, 0, 0}, {0, 0, 0}), InputError);
}
