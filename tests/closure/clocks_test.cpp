#include <doctest/doctest.h>

#include "closure/rates_fixture.hpp"
#include "percuta/closure/closure.hpp"

using namespace percuta;
using closure::barrier_conductance;
using closure::Clocks;
using closure::pore_radius;
using tests::k_hour;
using tests::k_minute;

namespace {

Clocks clocks_of(const closure::Care& care, double elastic_share = 0.3) {
  closure::Rates rates = tests::rates();
  rates.elastic_share = certain(elastic_share);
  return closure::close(tests::hole(), tests::skin_of(), tests::person(), care, rates);
}

}  // namespace

TEST_CASE("[law] both clocks begin at 1, never rise and end at 0, dry, covered and covered for a while") {
  for (const closure::Care& care : {tests::dry(), tests::covered(), closure::Care{2 * k_hour, 8 * k_hour, 0.5}}) {
    const Clocks clocks = clocks_of(care);
    CHECK(barrier_conductance(clocks, 0) == 1);
    CHECK(pore_radius(clocks, 0) == 1);
    double barrier = 1, pore = 1;
    for (int i = 0; i <= 2000; ++i) {
      const double t = i * 10 * k_minute;
      REQUIRE(barrier_conductance(clocks, t) <= barrier);
      REQUIRE(pore_radius(clocks, t) <= pore);
      barrier = barrier_conductance(clocks, t);
      pore = pore_radius(clocks, t);
    }
    CHECK(barrier < 1e-6);
    CHECK(pore == 0);
  }
}

TEST_CASE("[unit] without elastic recoil the leak halves with every half-life") {
  const Clocks clocks = clocks_of(tests::dry(), 0);
  CHECK(barrier_conductance(clocks, k_hour) == doctest::Approx(0.5));
  CHECK(barrier_conductance(clocks, 3 * k_hour) == doctest::Approx(0.125));
}

TEST_CASE("[law] what springs shut is the elastic share, and it takes its own time") {
  const Clocks slow = clocks_of(tests::covered(), 0.4);
  CHECK(barrier_conductance(slow, 10 * k_minute) > 0.7);
  CHECK(barrier_conductance(slow, k_hour) ==
        doctest::Approx(0.6 * barrier_conductance(clocks_of(tests::covered(), 0), k_hour)).epsilon(0.01));
}

TEST_CASE("[law] a cover stops being felt when it comes off: from then on the leak halves as in the open") {
  const Clocks clocks = clocks_of({0, 5 * k_hour, 0}, 0);
  CHECK(barrier_conductance(clocks, 5 * k_hour) ==
        doctest::Approx(barrier_conductance(clocks_of(tests::covered(), 0), 5 * k_hour)));
  CHECK(barrier_conductance(clocks, 6 * k_hour) == doctest::Approx(0.5 * barrier_conductance(clocks, 5 * k_hour)));
}

TEST_CASE("[unit] the pore keeps its width through the lag and then narrows evenly") {
  const Clocks clocks = clocks_of(tests::dry());  // lag 2 h, then 100 um at 10 um/h
  CHECK(pore_radius(clocks, 2 * k_hour) == 1);
  CHECK(pore_radius(clocks, 7 * k_hour) == doctest::Approx(0.5));
  CHECK(pore_radius(clocks, 12 * k_hour) == doctest::Approx(0));
}

TEST_CASE("[law] the times that are told are the times at which the functions arrive") {
  for (const closure::Care& care : {tests::dry(), tests::covered(), closure::Care{k_hour, 3 * k_hour, 1}}) {
    const Clocks clocks = clocks_of(care);
    CHECK(barrier_conductance(clocks, clocks.barrier_time) == doctest::Approx(0.125));
    CHECK(pore_radius(clocks, clocks.pore_time) == doctest::Approx(0));
    CHECK(pore_radius(clocks, 0.99 * clocks.pore_time) > 0);
  }
}

TEST_CASE("[unit] where there is no hole nothing leaks and nothing is to be seen") {
  CHECK(barrier_conductance(Clocks{}, 0) == 0);
  CHECK(pore_radius(Clocks{}, 0) == 0);
}

TEST_CASE("[unit] a curve holds both clocks at the times asked for") {
  const Clocks clocks = clocks_of(tests::dry());
  const std::vector<double> times = {0, k_hour, 7 * k_hour};
  const closure::ClosureCurve curve = closure::curve(clocks, times);
  CHECK(curve.times == times);
  REQUIRE(curve.barrier.size() == 3);
  REQUIRE(curve.pore.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(curve.barrier[i] == barrier_conductance(clocks, times[i]));
    CHECK(curve.pore[i] == pore_radius(clocks, times[i]));
  }
  CHECK(closure::curve(clocks, {}).barrier.empty());
}

TEST_CASE("[law] a cream with panthenol lines holes faster while it is used, and the clock and the curve agree") {
  const auto clocks_of = [](const closure::Care& care) {
    return closure::close({100e-6, 200e-6, 0}, tests::skin_of(), tests::person(), care, tests::rates());
  };
  const closure::Clocks plain = clocks_of({}), short_use = clocks_of({0, 0, 0, 4 * k_hour}),
                        long_use = clocks_of({0, 0, 0, 200 * k_hour});
  CHECK(plain.pore_time == doctest::Approx(22 * k_hour));      // 2 h, then 200 um at 10 um/h
  CHECK(short_use.pore_time == doctest::Approx(20 * k_hour));  // two hours of lining count double
  CHECK(long_use.pore_time == doctest::Approx(12 * k_hour));
  for (const closure::Clocks& clocks : {plain, short_use, long_use}) {
    CHECK(closure::pore_radius(clocks, clocks.pore_time) == doctest::Approx(0).epsilon(1e-9));
    CHECK(closure::pore_radius(clocks, 0.9 * clocks.pore_time) > 0);
  }
  CHECK(short_use.barrier_time == plain.barrier_time);
}

TEST_CASE("[law] while needles hold a hole open nothing closes, and then all of it does as ever, that much later") {
  closure::Care held = tests::dry();
  held.held_until = 3 * k_hour;
  const Clocks usual = clocks_of(tests::dry()), later = clocks_of(held);
  CHECK(barrier_conductance(later, 3 * k_hour) == 1);
  CHECK(pore_radius(later, 3 * k_hour) == 1);
  for (const double t : {0.1 * k_hour, 2 * k_hour, 9 * k_hour, 40 * k_hour}) {
    CHECK(barrier_conductance(later, 3 * k_hour + t) == doctest::Approx(barrier_conductance(usual, t)));
    CHECK(pore_radius(later, 3 * k_hour + t) == doctest::Approx(pore_radius(usual, t)));
  }
  CHECK(later.barrier_time == doctest::Approx(usual.barrier_time + 3 * k_hour));
  CHECK(later.barrier_half_life == doctest::Approx(usual.barrier_half_life + 3 * k_hour));
  CHECK(later.pore_time == doctest::Approx(usual.pore_time + 3 * k_hour));
}
