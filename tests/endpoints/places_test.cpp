#include <doctest/doctest.h>

#include <cmath>

#include "endpoints/treated_fixture.hpp"

using namespace percuta;
using tests::k_day;
using tests::treatment;
using tests::untouched;

namespace {

/// Two classes: as the window, and untouched; three places, the last half of each.
tests::Treatment with_places() {
  auto some = treatment();
  some.state.class_courses = {some.state.course.papillary, tests::course_of({}, 0, 0).papillary};
  some.state.class_courses[1].assign(some.state.course.times.size(), healing::Moment{});
  some.state.places = {{1e-3, 1e-3}, {5e-3, 5e-3}, {8e-3, 8e-3}};
  some.state.classes_of_place = {{0, 0}, {1, 1}, {0, 1}};
  return some;
}

}  // namespace

TEST_CASE("[unit] a place like the window comes to what the window comes to") {
  const auto some = with_places();
  const auto places = endpoints::at_places(some.treated(), some.measure().sizes, some.maps);
  REQUIRE(places.size() == 3);
  CHECK(places[0].gain == doctest::Approx(some.state.course.papillary.back().tissue.gain()));
  CHECK(places[0].pigment == doctest::Approx(some.number("pigment")));
  const auto& times = some.state.course.times;
  std::size_t i = 0;
  while (times[i] < 61 * k_day) ++i;
  CHECK(places[0].redness == doctest::Approx(some.curve("redness_course")[i]));
}

TEST_CASE("[law] a place of two classes lies between them") {
  const auto some = with_places();
  const auto places = endpoints::at_places(some.treated(), some.measure().sizes, some.maps);
  CHECK(places[1].gain == 0);
  CHECK(places[1].pigment == 0);
  CHECK(places[2].gain == doctest::Approx(places[0].gain / 2));
  CHECK(places[2].redness < places[0].redness);
  CHECK(places[2].redness > places[1].redness);
  CHECK(places[2].pigment > 0);
  CHECK(places[2].pigment < places[0].pigment);
}

TEST_CASE("[unit] new scars are those of the holes near, and none where there are no holes") {
  const auto some = with_places();
  const auto places = endpoints::at_places(some.treated(), some.measure().sizes, some.maps);
  CHECK(places[0].new_scar == doctest::Approx(0.25).epsilon(0.01));
  CHECK(std::isnan(places[1].new_scar));
  CHECK(places[2].new_scar > 0.99);
}

TEST_CASE("[unit] an untouched skin's map is flat") {
  auto none = untouched();
  none.state.class_courses = {none.state.course.papillary};
  none.state.places = {{0, 0}};
  none.state.classes_of_place = {{0}};
  const auto place = endpoints::at_places(none.treated(), none.measure().sizes, none.maps).front();
  CHECK(place.gain == 0);
  CHECK(place.redness == 0);
  CHECK(place.pigment == 0);
  CHECK(std::isnan(place.new_scar));
}
