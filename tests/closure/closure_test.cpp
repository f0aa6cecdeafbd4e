#include "percuta/closure/closure.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>

#include "closure/rates_fixture.hpp"
#include "percuta/numerics/geometry/polygon.hpp"

using namespace percuta;
using closure::Clocks;
using insertion::HolesLeft;
using tests::k_hour;

namespace {

struct Case {
  HolesLeft hole = tests::hole();
  skin::Skin skin = tests::skin_of();
  skin::Person person = tests::person();
  closure::Care care;
  closure::Rates rates = tests::rates();
};

/// Clocks after `turn` has changed one thing.
Clocks clocks(const std::function<void(Case&)>& turn = [](Case&) {}) {
  Case c;
  turn(c);
  return closure::close(c.hole, c.skin, c.person, c.care, c.rates);
}

}  // namespace

TEST_CASE("[unit] a hole alone heals with the half-lives as given") {
  const Clocks open = clocks();
  CHECK(open.barrier_half_life == doctest::Approx(k_hour));
  CHECK(open.barrier_time == doctest::Approx(3 * k_hour));  // to an eighth
  CHECK(open.pore_time == doctest::Approx(12 * k_hour));
  const Clocks under = clocks([](Case& c) { c.care = tests::covered(); });
  CHECK(under.barrier_half_life == doctest::Approx(10 * k_hour));
  CHECK(under.barrier_time == doctest::Approx(30 * k_hour));
  CHECK(under.pore_time == doctest::Approx(18 * k_hour));
}

TEST_CASE("[law] each rate moves the barrier's time the expected way") {
  const double usual = clocks().barrier_time;
  const auto time = [](const std::function<void(Case&)>& turn) { return clocks(turn).barrier_time; };
  CHECK(time([](Case& c) { c.rates.elastic_share = certain(0.5); }) < usual);
  CHECK(time([](Case& c) { c.rates.dry_half_life = certain(2 * k_hour); }) == doctest::Approx(2 * usual));
  CHECK(time([](Case& c) { c.rates.closed_share = certain(0.25); }) == doctest::Approx(2 * k_hour));
  CHECK(time([](Case& c) { c.rates.person_spread = certain(1.4); }) == doctest::Approx(1.4 * usual));
  const auto sprung = [&time](double elastic_time) {
    return time([elastic_time](Case& c) {
      c.rates.elastic_share = certain(0.5);
      c.rates.elastic_time = certain(elastic_time);
    });
  };
  CHECK(sprung(5 * k_hour) > sprung(k_hour));
  CHECK(time([](Case& c) {
          c.care = tests::covered();
          c.rates.covered_half_life = certain(20 * k_hour);
        }) == doctest::Approx(60 * k_hour));
}

TEST_CASE(
    "[law] the more of the surface is open, the longer it leaks, whether by width or by number; the pore does not "
    "ask") {
  const double third = 1e6 * 78.5398e-10;  // 100 holes/cm2, 100 um wide
  const auto half_life = [](double width, double density) {
    return clocks([=](Case& c) { c.hole = {width, 100e-6, density}; }).barrier_half_life;
  };
  CHECK(half_life(100e-6, 1e6) == doctest::Approx(k_hour * (1 + third / 0.02)).epsilon(0.01));
  CHECK(half_life(200e-6, 1e6) == doctest::Approx(half_life(100e-6, 4e6)));
  CHECK(half_life(100e-6, 0) == doctest::Approx(k_hour));
  CHECK(clocks([](Case& c) { c.hole.density = 1e6; }).pore_time == clocks().pore_time);
  CHECK(clocks([](Case& c) {
          c.hole.density = 1e6;
          c.rates.slowing_open_share = certain(0.1);
        }).barrier_half_life < half_life(100e-6, 1e6));
}

TEST_CASE("[law] a cover never hastens closing, however much is open") {
  const auto covered = [](double density) {
    return clocks([density](Case& c) {
      c.hole.density = density;
      c.care = tests::covered();
    });
  };
  const auto open = [](double density) { return clocks([density](Case& c) { c.hole.density = density; }); };
  for (const double density : {0.0, 1e7, 1e8, 1e9}) {
    CHECK(covered(density).barrier_time >= open(density).barrier_time * (1 - 1e-12));
  }
}

TEST_CASE("[law] animals' skin has a half-life of its own in the open") {
  const Clocks rat = clocks([](Case& c) { c.skin.species = "rat"; });
  CHECK(rat.barrier_half_life == doctest::Approx(3 * k_hour));
  CHECK(rat.pore_time == clocks().pore_time);
  CHECK(clocks([](Case& c) {
          c.skin.species = "rat";
          c.rates.dry_half_life_rat = certain(k_hour);
        }).barrier_half_life == doctest::Approx(k_hour));
}

TEST_CASE("[law] a hole is lined no deeper than skin lines one, and at least to the middle of its floor") {
  const auto time = [](double width, double depth) {
    return clocks([=](Case& c) { c.hole = {width, depth, 0}; }).pore_time;
  };
  CHECK(time(100e-6, 400e-6) == doctest::Approx(42 * k_hour));
  CHECK(time(100e-6, 1500e-6) == doctest::Approx(42 * k_hour));
  CHECK(time(300e-6, 20e-6) == doctest::Approx(17 * k_hour));
  CHECK(clocks([](Case& c) {
          c.hole.depth = 1e-3;
          c.rates.lined_depth = certain(800e-6);
        }).pore_time == doctest::Approx(82 * k_hour));
}

TEST_CASE("[law] the old heal more slowly in both clocks, and nobody below the reference age does") {
  const auto aged = [](double years) {
    return clocks([years](Case& c) { c.person.age = certain(years * tests::k_year); });
  };
  CHECK(aged(80).barrier_time == doctest::Approx(1.5 * clocks().barrier_time));
  CHECK(aged(80).pore_time == doctest::Approx(1.5 * clocks().pore_time));
  CHECK(aged(20).barrier_time == clocks().barrier_time);
  CHECK(clocks([](Case& c) {
          c.person.age = certain(80 * tests::k_year);
          c.rates.age_per_decade = certain(0.2);
        }).barrier_time > aged(80).barrier_time);
  CHECK(clocks([](Case& c) {
          c.person.age = certain(80 * tests::k_year);
          c.rates.reference_age = certain(60 * tests::k_year);
        }).barrier_time < aged(80).barrier_time);
}

TEST_CASE("[law] each rate of the pore moves its time the expected way") {
  const auto time = [](const std::function<void(Case&)>& turn) { return clocks(turn).pore_time; };
  CHECK(time([](Case& c) { c.rates.pore_lag = certain(5 * k_hour); }) == doctest::Approx(15 * k_hour));
  CHECK(time([](Case& c) { c.rates.pore_speed = certain(20e-6 / k_hour); }) == doctest::Approx(7 * k_hour));
  CHECK(time([](Case& c) { c.hole.depth = 200e-6; }) == doctest::Approx(22 * k_hour));
  CHECK(time([](Case& c) { c.care.coagulated_share = 0.5; }) == doctest::Approx(14 * k_hour));
  CHECK(time([](Case& c) {
          c.care.coagulated_share = 1;
          c.rates.coagulated_factor = certain(4);
        }) == doctest::Approx(18 * k_hour));
  CHECK(time([](Case& c) {
          c.care = tests::covered();
          c.rates.pore_covered_factor = certain(2);
        }) == doctest::Approx(24 * k_hour));
}

TEST_CASE("[law] a longer cover never closes the skin sooner, and one that comes too late changes nothing") {
  double barrier = 0, pore = 0;
  for (int hours = 0; hours <= 48; ++hours) {
    const Clocks now = clocks([hours](Case& c) { c.care.covered_until = hours * k_hour; });
    CHECK(now.barrier_time >= barrier);
    CHECK(now.pore_time >= pore);
    barrier = now.barrier_time;
    pore = now.pore_time;
  }
  const Clocks late = clocks([](Case& c) { c.care = {20 * k_hour, 40 * k_hour, 0}; });
  CHECK(late.barrier_time == doctest::Approx(clocks().barrier_time));
  CHECK(late.pore_time == doctest::Approx(clocks().pore_time));
}

TEST_CASE("[law] phototype and sex are no mechanism: they move no clock") {
  const Clocks other = clocks([](Case& c) {
    c.person.phototype = 6;
    c.person.sex = "male";
  });
  CHECK(other.barrier_time == clocks().barrier_time);
  CHECK(other.pore_time == clocks().pore_time);
}

TEST_CASE("[law] skin that is cut out springs back and no more, whatever would heal it") {
  const auto cut_out = [](const std::function<void(Case&)>& turn = [](Case&) {}) {
    return clocks([&turn](Case& c) {
      c.skin.is_living = false;
      c.rates.elastic_share = certain(0.4);
      turn(c);
    });
  };
  const Clocks plain = cut_out();
  CHECK(plain.has_hole());
  CHECK(std::isinf(plain.barrier_half_life));
  CHECK(std::isinf(plain.barrier_time));
  CHECK(std::isinf(plain.pore_time));
  CHECK(closure::barrier_conductance(plain, 0) == 1);
  CHECK(closure::barrier_conductance(plain, 1000 * k_hour) == doctest::Approx(0.6));
  CHECK(closure::pore_radius(plain, 1000 * k_hour) == 1);
  for (const Clocks& turned :
       {cut_out([](Case& c) { c.care = tests::covered(); }),
        cut_out([](Case& c) { c.rates.dry_half_life = certain(60); }), cut_out([](Case& c) { c.skin.species = "rat"; }),
        cut_out([](Case& c) { c.care.soothed_until = 100 * k_hour; })}) {
    CHECK(closure::barrier_conductance(turned, 5 * k_hour) == closure::barrier_conductance(plain, 5 * k_hour));
    CHECK(closure::pore_radius(turned, 50 * k_hour) == 1);
  }
}

TEST_CASE("[law] what springs shut far enough counts as whole in skin that is cut out too") {
  const Clocks tight = clocks([](Case& c) {
    c.skin.is_living = false;
    c.rates.elastic_share = certain(0.95);
  });
  CHECK(closure::barrier_conductance(tight, tight.barrier_time) == doctest::Approx(0.125));
  CHECK(std::isinf(tight.pore_time));
}

TEST_CASE("[law] skin that is cut out closes no sooner than the same skin alive, and alike in the first minute") {
  const auto of = [](bool is_living) {
    return clocks([is_living](Case& c) {
      c.skin.is_living = is_living;
      c.rates.elastic_share = certain(0.4);
    });
  };
  CHECK(closure::barrier_conductance(of(false), 60) ==
        doctest::Approx(closure::barrier_conductance(of(true), 60)).epsilon(0.02));
  for (int hours = 1; hours < 48; ++hours) {
    CHECK(closure::barrier_conductance(of(false), hours * k_hour) >
          closure::barrier_conductance(of(true), hours * k_hour));
  }
}

TEST_CASE("[unit] where no hole stays every clock is 0") {
  for (const HolesLeft& none : {HolesLeft{}, HolesLeft{0, 100e-6, 1e6}, HolesLeft{100e-6, 0, 1e6}}) {
    const Clocks clocks = closure::close(none, tests::skin_of(), tests::person(), tests::covered(), tests::rates());
    CHECK(clocks.barrier_half_life == 0);
    CHECK(clocks.barrier_time == 0);
    CHECK(clocks.pore_time == 0);
    CHECK_FALSE(clocks.is_pierced);
  }
}
