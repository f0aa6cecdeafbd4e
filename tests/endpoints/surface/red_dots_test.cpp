#include <doctest/doctest.h>

#include <cmath>

#include "endpoints/treated_fixture.hpp"

using namespace percuta;
using endpoints::Maps;
using tests::k_day;
using tests::scaled;
using tests::treatment;
using tests::turned;
using tests::untouched;

using endpoints::BleedingMap;

TEST_CASE("[unit] as many dots as holes that bleed, fading by e") {
  CHECK(treatment().number("red_dots") == doctest::Approx(150e4 * 0.4));
  const auto some = treatment();
  const auto dots = some.curve("red_dots_course");
  const double t = some.state.course.times[48];
  CHECK(dots[48] == doctest::Approx(60e4 * std::exp(-t / (1.5 * k_day))));
}

TEST_CASE("[law] dots are seen until a tenth is left, or fewer than are seen") {
  CHECK(treatment().number("red_dots_time") == doctest::Approx(1.5 * k_day * std::log(10)).epsilon(1e-6));
  const auto few = [](double share) {
    return turned("red_dots_time", [share](auto& some) {
      for (auto& session : some.sessions) session.bleeding_share = share;
    });
  };
  CHECK(few(0.02) == doctest::Approx(1.5 * k_day * std::log(3)).epsilon(1e-6));
  CHECK(few(0.002) == 0);
  CHECK(scaled("red_dots_time", &Maps::bleeding, &BleedingMap::dots_time, 2) > treatment().number("red_dots_time"));
  CHECK(scaled("red_dots_time", &Maps::bleeding, &BleedingMap::dots_seen, 30) < treatment().number("red_dots_time"));
  CHECK(scaled("red_dots_time", &Maps::bleeding, &BleedingMap::gone_share, 2) < treatment().number("red_dots_time"));
}

TEST_CASE("[law] sessions add, and skin without one has no dots") {
  auto twice = treatment();
  twice.sessions[1].time = 0;
  CHECK(twice.number("red_dots") == doctest::Approx(2 * 60e4));
  CHECK(untouched().number("red_dots") == 0);
  CHECK(untouched().number("red_dots_time") == 0);
  CHECK(turned("red_dots", [](auto& some) {
          for (auto& session : some.sessions) session.bleeding_share = k_undefined;
        }) == 0);
}
