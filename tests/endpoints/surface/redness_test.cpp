#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "endpoints/treated_fixture.hpp"
#include "percuta/endpoints/surface/surface.hpp"

using namespace percuta;
using endpoints::Maps;
using tests::k_day;
using tests::scaled;
using tests::treatment;
using tests::turned;
using tests::untouched;

using endpoints::RednessMap;

TEST_CASE("[unit] a flare alone goes as its rate says, and is seen until it is down at the grade that is seen") {
  auto flare = treatment(0);
  for (auto& session : flare.sessions) session.killed_volume = 1;  // all of it
  const double amount = -4 * std::log1p(-0.5 / 4), rate = 20 / k_day;
  CHECK(flare.number("redness") == doctest::Approx(std::log(1.5 / amount) / rate).epsilon(1e-6));
  CHECK(flare.number("redness_peak") == doctest::Approx(4 * (1 - std::exp(-1.5 / 4))));
}

TEST_CASE("[law] redness stays between 0 and 4 and rises with what is killed and with cells") {
  for (const double grade : treatment(50).curve("redness_course")) {
    CHECK(grade >= 0);
    CHECK(grade <= 4);
  }
  CHECK(treatment(1).number("redness") > treatment(0.3).number("redness"));
  const auto killed = [](double volume) {
    return turned("redness_peak", [=](auto& some) {
      some.state.course = tests::course_of({}, 240 * k_day, 0);
      for (auto& session : some.sessions) session.killed_volume = volume;
    });
  };
  CHECK(killed(1e-6) > killed(0.1e-6));
  CHECK(killed(0) == 0);
}

TEST_CASE("[law] each number of redness moves it the expected way") {
  const double peak = treatment().number("redness_peak"), time = treatment().number("redness");
  for (Quantity RednessMap::* weight :
       {&RednessMap::flare, &RednessMap::neutrophils, &RednessMap::early, &RednessMap::vessels}) {
    CHECK(endpoints::redness_grade(1, false, treatment().maps) > 0);
    const std::string name = weight == &RednessMap::flare ? "redness_peak" : "redness";
    auto only = treatment(weight == &RednessMap::flare ? 0 : 1);
    const double before = only.number(name);
    only.maps.redness.*weight = certain(2 * (only.maps.redness.*weight).value);
    CHECK(only.number(name) > before);
  }
  CHECK(scaled("redness", &Maps::redness, &RednessMap::seen, 2) < time);
  auto flare = treatment(0);
  const double usual = flare.number("redness");
  flare.maps.redness.flare_loss = certain(2 * flare.maps.redness.flare_loss.value);
  CHECK(flare.number("redness") == doctest::Approx(usual / 2));
  flare.maps.redness.flare_wound = certain(4 * flare.maps.redness.flare_wound.value);
  CHECK(flare.number("redness") < usual / 2);
  CHECK(peak > 0);
}

TEST_CASE("[law] a soothing cream lowers the grade while it is used, and not after") {
  auto cared = treatment();
  const std::vector<double> usual = cared.curve("redness_course");
  cared.care.until = 2 * k_day;
  const std::vector<double> now = cared.curve("redness_course");
  cared.maps.care.redness = certain(0.5);
  CHECK(cared.curve("redness_course")[20] == doctest::Approx(0.5 * usual[20]));
  const auto& times = cared.state.course.times;
  for (std::size_t i = 0; i < times.size() && times[i] < 30 * k_day; ++i) {
    CHECK(now[i] == doctest::Approx((times[i] < 2 * k_day ? 0.8 : 1) * usual[i]));
  }
}

TEST_CASE("[unit] redness that is still seen at the horizon has no time, and one never seen has 0") {
  CHECK(std::isnan(
      turned("redness", [](auto& some) { some.state.course = tests::course_of(some.state.sessions, 61 * k_day, 5); })));
  CHECK(untouched().number("redness") == 0);
  CHECK(untouched().number("redness_peak") == 0);
}
