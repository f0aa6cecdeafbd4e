#include "percuta/strokes/hand_chance.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "strokes/hand_fixture.hpp"

using namespace percuta;
using strokes::errors_of;
using strokes::HandChance;

TEST_CASE("[law] errors go straight from novice to expert, in millimetres whatever the hand holds") {
  strokes::Hand hand = tests::human_hand();
  hand.placement = {certain(4e-3), certain(2e-3)};
  hand.change = {certain(10), certain(4)};
  hand.skip = {certain(0.3), certain(0.1)};
  CHECK(errors_of(hand, 0).placement == doctest::Approx(4e-3));
  CHECK(errors_of(hand, 0.5).placement == doctest::Approx(3e-3));
  CHECK(errors_of(hand, 1).placement == doctest::Approx(2e-3));
  CHECK(errors_of(hand, 0.5).change == doctest::Approx(7));
  CHECK(errors_of(hand, 0.5).skip == doctest::Approx(0.2));
  CHECK(errors_of(hand, 0.5).angle == doctest::Approx(5 * tests::k_degree));
  CHECK(errors_of(hand, 0.5).bow == doctest::Approx(0.02));
}

TEST_CASE("[law] each purpose has its own number, the same whenever it is asked for") {
  const HandChance chance({7, 0, 32}, 1, 5);
  CHECK(chance.normal("a") == chance.normal("a"));
  CHECK(chance.normal("a") != chance.normal("b"));
  CHECK(chance.uniform("a") != HandChance({7, 0, 32}, 1, 6).uniform("a"));
  CHECK(chance.uniform("a") != HandChance({7, 0, 32}, 2, 5).uniform("a"));
}

TEST_CASE("[law] runs are 1 long on average, and factors have mean 1 and the spread asked for") {
  double run = 0, sum = 0, square = 0;
  const int n = 20000;
  for (int i = 0; i < n; ++i) {
    const HandChance chance({7, 0, 32}, 1, static_cast<std::uint32_t>(i));
    run += chance.exponential("run");
    const double factor = chance.log_normal_factor("factor", 0.5);
    CHECK(factor > 0);
    sum += factor;
    square += factor * factor;
  }
  CHECK(run / n == doctest::Approx(1).epsilon(0.03));
  CHECK(sum / n == doctest::Approx(1).epsilon(0.02));
  CHECK(std::sqrt(square / n - 1) == doctest::Approx(0.5).epsilon(0.05));
}
