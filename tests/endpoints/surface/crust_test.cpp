#include <doctest/doctest.h>

#include <cmath>

#include "endpoints/treated_fixture.hpp"
#include "percuta/endpoints/surface/surface.hpp"

using namespace percuta;
using endpoints::Maps;
using tests::k_day;
using tests::scaled;
using tests::treatment;
using tests::turned;
using tests::untouched;

using endpoints::BleedingMap;

TEST_CASE("[law] crust is never more than what bled, and all of that becomes crust while nothing is shed") {
  auto some = treatment();
  const double bled = insertion::open_share(some.sessions[0].holes) * 0.4;
  for (const double share : some.curve("crust_course")) {
    CHECK(share >= 0);
    CHECK(share <= bled);
  }
  for (auto& session : some.sessions) session.clocks.pore_time = 20 * k_day;
  CHECK(some.number("crust_peak") == doctest::Approx(bled));
}

TEST_CASE("[unit] crust follows its closed form once the hole is shut") {
  auto some = treatment();
  for (auto& session : some.sessions) session.clocks.pore_time = 0;
  const double bled = insertion::open_share(some.sessions[0].holes) * 0.4;
  const auto course = some.curve("crust_course");
  const double t = some.state.course.times[30] / k_day;
  CHECK(course[30] == doctest::Approx(bled * 2 / 1.4 * (std::exp(-0.6 * t) - std::exp(-2 * t))));
}

TEST_CASE("[law] each number of crust moves it the expected way") {
  const double time = treatment().number("crust");
  CHECK(scaled("crust", &Maps::bleeding, &BleedingMap::shedding, 2) < time);
  CHECK(scaled("crust", &Maps::bleeding, &BleedingMap::drying, 0.2) > time);
  CHECK(scaled("crust", &Maps::bleeding, &BleedingMap::gone_share, 3) < time);
  CHECK(scaled("crust", &Maps::bleeding, &BleedingMap::crust_seen, 10) < time);
  CHECK(scaled("crust", &Maps::bleeding, &BleedingMap::crust_seen, 100) == 0);
  const auto cared = [](double factor) {
    return turned("crust", [factor](auto& some) {
      some.care.until = 8 * k_day;
      some.maps.care.shedding = certain(factor);
    });
  };
  CHECK(cared(1) == doctest::Approx(time));
  CHECK(cared(1.2) < time);
  CHECK(cared(1.5) < cared(1.2));
  CHECK(turned("crust", [](auto& some) {
          for (auto& session : some.sessions) session.clocks.pore_time *= 2;
        }) > time);
}

TEST_CASE("[unit] crust of drying and shedding at one rate is no special case") {
  auto some = treatment();
  some.maps.bleeding.drying = some.maps.bleeding.shedding;
  const double same = some.number("crust");
  some.maps.bleeding.drying = certain(some.maps.bleeding.shedding.value * (1 + 1e-7));
  CHECK(some.number("crust") == doctest::Approx(same).epsilon(1e-5));
}

TEST_CASE("[unit] crusts of a medical session are gone in a week, and untouched skin has none") {
  CHECK(treatment().number("crust") > 2 * k_day);
  CHECK(treatment().number("crust") < 7 * k_day);
  CHECK(untouched().number("crust") == 0);
  CHECK(untouched().number("crust_peak") == 0);
}
