#include "percuta/closure/closure.hpp"

#include <doctest/doctest.h>

#include <functional>

#include "closure/rates_fixture.hpp"
#include "percuta/numerics/geometry/polygon.hpp"

using namespace percuta;
using closure::Clocks;
using closure::Hole;
using tests::k_hour;

namespace {

struct Case {
  Hole hole = tests::hole();
  skin::Person person = tests::person();
  closure::Care care;
  closure::Rates rates = tests::rates();
};

/// Clocks after `turn` has changed one thing.
Clocks clocks(const std::function<void(Case&)>& turn = [](Case&) {}) {
  Case c;
  turn(c);
  return closure::close(c.hole, c.person, c.care, c.rates);
}

struct Strikes {
  insertion::Channels channels;
  punctures::Punctures punctures;

  void add(double width, double depth, std::int32_t hole, bool in_window = true) {
    punctures::Puncture puncture;
    puncture.hole = hole;
    puncture.in_window = in_window;
    punctures.all.push_back(puncture);
    channels.all.push_back({2 * depth, 0, depth, width});
  }
};

}  // namespace

TEST_CASE("[unit] a reference hole heals with the half-lives as given") {
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
  CHECK(time([](Case& c) { c.rates.reference_width = certain(400e-6); }) == doctest::Approx(0.5 * usual));
  CHECK(time([](Case& c) { c.rates.reference_density = certain(1600e4); }) == doctest::Approx(0.5 * usual));
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

TEST_CASE("[law] wider and denser holes leak longer, by their exponents; only the half-lives follow them") {
  const Clocks wide = clocks([](Case& c) { c.hole.width = 400e-6; });
  CHECK(wide.barrier_half_life == doctest::Approx(2 * k_hour));
  CHECK(wide.pore_time == clocks().pore_time);
  CHECK(clocks([](Case& c) { c.hole.density = 1600e4; }).barrier_half_life == doctest::Approx(2 * k_hour));
  CHECK(clocks([](Case& c) { c.hole.density = 0; }).barrier_half_life == doctest::Approx(k_hour));
  const auto same = [](const std::function<void(closure::Rates&)>& turn) {
    return clocks([&turn](Case& c) {
      c.hole = {400e-6, 100e-6, 1600e4};
      turn(c.rates);
    });
  };
  CHECK(same([](closure::Rates& r) { r.width_exponent = certain(0); }).barrier_half_life ==
        doctest::Approx(2 * k_hour));
  CHECK(same([](closure::Rates& r) { r.number_exponent = certain(0); }).barrier_half_life ==
        doctest::Approx(2 * k_hour));
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

TEST_CASE("[unit] where no hole stays every clock is 0") {
  for (const Hole& none : {Hole{}, Hole{0, 100e-6, 1e6}, Hole{100e-6, 0, 1e6}}) {
    const Clocks clocks = closure::close(none, tests::person(), tests::covered(), tests::rates());
    CHECK(clocks.barrier_half_life == 0);
    CHECK(clocks.barrier_time == 0);
    CHECK(clocks.pore_time == 0);
  }
  Strikes strikes;
  strikes.add(0, 0, 0);
  CHECK(closure::close(strikes.channels, strikes.punctures, tests::skin_of(), tests::person(), {}, tests::rates())
            .barrier_time == 0);
}

TEST_CASE("[unit] the typical hole is the mean of the window's open holes, each with its deepest strike") {
  Strikes strikes;
  strikes.add(100e-6, 200e-6, 0);
  strikes.add(60e-6, 100e-6, 1);
  strikes.add(140e-6, 300e-6, 1);         // struck again, deeper
  strikes.add(0, 0, 2);                   // does not pierce
  strikes.add(500e-6, 900e-6, 3, false);  // outside the window
  const skin::Skin skin = tests::skin_of();
  const Hole hole = closure::typical_hole(strikes.channels, strikes.punctures, skin);
  CHECK(hole.width == doctest::Approx(120e-6));
  CHECK(hole.depth == doctest::Approx(250e-6));
  CHECK(hole.density == doctest::Approx(2 / numerics::area(skin.window)));
}

TEST_CASE("[unit] a session's clocks are those of its typical hole") {
  Strikes strikes;
  strikes.add(100e-6, 100e-6, 0);
  const skin::Skin skin = tests::skin_of();
  const Clocks session =
      closure::close(strikes.channels, strikes.punctures, skin, tests::person(), tests::covered(), tests::rates());
  const Clocks one = closure::close({100e-6, 100e-6, 1 / numerics::area(skin.window)}, tests::person(),
                                    tests::covered(), tests::rates());
  CHECK(session.barrier_time == doctest::Approx(one.barrier_time));
  CHECK(session.pore_time == doctest::Approx(one.pore_time));
}
