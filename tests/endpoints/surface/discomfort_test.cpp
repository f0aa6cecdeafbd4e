#include <doctest/doctest.h>

#include <cmath>

#include "endpoints/treated_fixture.hpp"

using namespace percuta;
using endpoints::Maps;
using tests::scaled;
using tests::treatment;
using tests::turned;
using tests::untouched;

using endpoints::DiscomfortMap;

TEST_CASE("[unit] discomfort is that of the session that hurts most") {
  const double amount = 0.2 * std::pow(160, 0.2);
  CHECK(treatment().number("discomfort") == doctest::Approx(10 * (1 - std::exp(-amount))));
  CHECK(turned("discomfort", [](auto& some) { some.sessions[0].depth = 0; }) == treatment().number("discomfort"));
  CHECK(untouched().number("discomfort") == 0);
}

TEST_CASE("[law] it lies between 0 and 10 and rises with depth and number of strikes") {
  const auto felt = [](double depth, double strikes) {
    return turned("discomfort", [=](auto& some) {
      for (auto& session : some.sessions) session.depth = depth, session.strikes = strikes;
    });
  };
  CHECK(felt(1e-3, 100e4) < felt(1.5e-3, 100e4));
  CHECK(felt(1e-3, 100e4) < felt(1e-3, 200e4));
  CHECK(felt(1, 1e9) <= 10);
  CHECK(felt(k_undefined, 1e6) == 0);
  CHECK(felt(1e-3, 0) == 0);
}

TEST_CASE("[law] each number of discomfort moves it the expected way, and numbing lowers it") {
  const double usual = treatment().number("discomfort");
  CHECK(scaled("discomfort", &Maps::discomfort, &DiscomfortMap::size, 2) > usual);
  CHECK(scaled("discomfort", &Maps::discomfort, &DiscomfortMap::density_exponent, 2) > usual);
  const auto deep = [](double factor) {
    return turned("discomfort", [factor](auto& some) {
      some.maps.discomfort.depth_exponent = certain(factor);
      for (auto& session : some.sessions) session.depth = 2e-3;
    });
  };
  CHECK(deep(1.5) > deep(0.5));
  const auto numb = [](double factor) {
    return turned("discomfort", [factor](auto& some) {
      some.maps.discomfort.numbed = certain(factor);
      for (auto& session : some.sessions) session.is_numbed = true;
    });
  };
  CHECK(numb(0.4) == doctest::Approx(0.4 * usual));
  CHECK(numb(0.8) > numb(0.4));
}
