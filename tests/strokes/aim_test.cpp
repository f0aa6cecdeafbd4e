#include "percuta/strokes/aim.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "strokes/hand_fixture.hpp"

using namespace percuta;
using strokes::Aim;
using strokes::bands_over;
using strokes::places_round;

namespace {

const numerics::Polygon k_window = {{0, 0}, {40e-3, 0}, {40e-3, 30e-3}, {0, 30e-3}};

}  // namespace

TEST_CASE("[law] turning there and back leads to where it began") {
  const numerics::Point there = strokes::turned({3, 4}, 0.7);
  CHECK(std::hypot(there.x, there.y) == doctest::Approx(5));
  const numerics::Point back = strokes::turned(there, -0.7);
  CHECK(back.x == doctest::Approx(3));
  CHECK(back.y == doctest::Approx(4));
}

TEST_CASE("[unit] bands lie side by side over the window, each as long as it") {
  const std::vector<Aim> bands = bands_over(k_window, 0, 20e-3, 20e-3);
  REQUIRE(bands.size() == 2);
  CHECK(bands[0].offset == doctest::Approx(5e-3));
  CHECK(bands[1].offset == doctest::Approx(25e-3));
  CHECK(bands[0].begin == doctest::Approx(0));
  CHECK(bands[0].end == doctest::Approx(40e-3));
  CHECK_FALSE(bands[0].is_place());
}

TEST_CASE("[law] bands in any direction cover the window: their lengths times the spacing are its area or more") {
  for (int i = 0; i < 12; ++i) {
    double covered = 0;
    for (const Aim& band : bands_over(k_window, i * 30 * tests::k_degree, 5e-3, 5e-3)) {
      covered += (band.end - band.begin) * 5e-3;
    }
    CHECK(covered >= numerics::area(k_window) * (1 - 1e-12));
  }
}

TEST_CASE("[law] a window narrower than the head still gets one band") {
  CHECK(bands_over(k_window, 0, 50e-3, 50e-3).size() == 1);
}

TEST_CASE("[law] places are a step apart, in the window, and as many as steps fit its area") {
  const std::vector<Aim> places = places_round({20e-3, 15e-3}, k_window, 30 * tests::k_degree, {1e-3, 2e-3});
  CHECK(static_cast<double>(places.size()) == doctest::Approx(numerics::area(k_window) / 2e-6).epsilon(0.02));
  for (const Aim& place : places) {
    CHECK(place.is_place());
    CHECK(numerics::contains(k_window, strokes::turned({place.begin, place.offset}, place.direction)));
  }
  CHECK(places[1].begin - places[0].begin == doctest::Approx(1e-3));
}

TEST_CASE("[law] a place is kept on the middle that was asked for, even when that lies beside the window") {
  for (const numerics::Point middle : {numerics::Point{20e-3, 15e-3}, numerics::Point{-5e-3, 15e-3}}) {
    int on_it = 0;
    for (const Aim& place : places_round(middle, k_window, 0, {50e-3, 50e-3})) {
      on_it += std::hypot(place.begin - middle.x, place.offset - middle.y) < 1e-12 ? 1 : 0;
    }
    CHECK(on_it == 1);
  }
}
