#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "endpoints/treated_fixture.hpp"

using namespace percuta;
using endpoints::Maps;
using tests::k_day;
using tests::scaled;
using tests::treatment;
using tests::untouched;

using endpoints::PigmentMap;

TEST_CASE("[unit] the roller's own course gives people of type IV the risk that was observed, others less") {
  auto roller = treatment();
  roller.state.course = roller.state.references.roller;
  CHECK(roller.number("pigment") == doctest::Approx(0.14));
  roller.person.phototype = 5;
  CHECK(roller.number("pigment") == doctest::Approx(0.14));
  roller.person.phototype = 3;
  CHECK(roller.number("pigment") == doctest::Approx(0.07));
  roller.person.phototype = 2;
  CHECK(roller.number("pigment") == doctest::Approx(0.007));
}

TEST_CASE("[law] the risk lies between 0 and 1, rises with inflammation, and untouched skin has none") {
  double before = 0;
  for (const double strength : {0.1, 1.0, 10.0, 1000.0}) {
    const double risk = treatment(strength).number("pigment");
    CHECK(risk > before);
    CHECK(risk <= 1);
    before = risk;
  }
  CHECK(untouched().number("pigment") == 0);
  CHECK(std::isnan(untouched().number("pigment_peak")));
}

TEST_CASE("[unit] after one session pigment comes from week 3, is darkest near week 8 and there at week 24") {
  auto once = treatment();
  once.sessions.resize(1);
  once.state.course = tests::course_of({0}, 300 * k_day, 1);
  CHECK(once.number("pigment_peak") > 6 * 7 * k_day);
  CHECK(once.number("pigment_peak") < 10 * 7 * k_day);
  const auto course = once.curve("pigment_course");
  const double most = *std::max_element(course.begin(), course.end());
  const auto at = [&](double weeks) {
    std::size_t i = 0;
    while (once.state.course.times[i] < weeks * 7 * k_day) ++i;
    return course[i] / most;
  };
  CHECK(at(2) < 0.15);
  CHECK(at(4) > 0.2);
  CHECK(at(24) > 0.2);
}

TEST_CASE("[law] each number of pigment moves it the expected way") {
  const auto some = treatment(0.5);
  const auto with = [&some](Quantity PigmentMap::* quantity, double factor, const std::string& name) {
    auto changed = some;
    changed.maps.pigment.*quantity = certain(factor * (some.maps.pigment.*quantity).value);
    return changed.number(name);
  };
  CHECK(with(&PigmentMap::stage_time, 1.5, "pigment_peak") > some.number("pigment_peak"));
  CHECK(with(&PigmentMap::fade, 3, "pigment_peak") < some.number("pigment_peak"));
  CHECK(with(&PigmentMap::people_spread, 2, "pigment") != some.number("pigment"));
  CHECK(with(&PigmentMap::late, 3, "pigment_peak") > some.number("pigment_peak"));
  CHECK(scaled("pigment", &Maps::observed, &endpoints::ObservedChanges::pigment, 1.5) > treatment().number("pigment"));
  for (const auto& [type, factor] : {std::pair{3, &PigmentMap::type_three}, std::pair{1, &PigmentMap::type_one_two}}) {
    auto light = some;
    light.person.phototype = type;
    const double usual = light.number("pigment");
    light.maps.pigment.*factor = certain(2 * (light.maps.pigment.*factor).value);
    CHECK(light.number("pigment") == doctest::Approx(2 * usual));
  }
}

TEST_CASE("[law] the risk that spots are there is at its most the risk, and fades with the pigment") {
  const auto some = treatment();
  const std::vector<double> course = some.curve("pigment_risk_course");
  CHECK(*std::max_element(course.begin(), course.end()) == some.number("pigment"));
  CHECK(course.front() == 0);
  for (const double risk : untouched().curve("pigment_risk_course")) CHECK(risk == 0);
}
