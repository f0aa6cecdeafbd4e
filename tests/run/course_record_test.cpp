#include "percuta/run/course_record.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[unit] a healed course says when its sessions were and what each place comes to") {
  const study::Model model = load_text(small_study());
  const course::Course course = course::simulate(model.inputs, Member{model.seed, 0, model.members});
  const run::CourseRecord record = run::course_record_of(model, course);
  CHECK(record.session_times == course::session_times(model.inputs));
  CHECK(record.redness_seen > 0);
  CHECK(record.red_dots_seen > 0);
  CHECK(record.crust_seen > 0);
  REQUIRE(record.places.size() == course.healing.places.size());
  for (const endpoints::PlaceValues& place : record.places) {
    CHECK(std::isfinite(place.gain));
    CHECK(place.redness >= 0);
    CHECK(place.pigment >= 0);
  }
}

TEST_CASE("[unit] where nothing was healed there is no course to tell of") {
  const run::CourseRecord record = run::course_record_of(load_text(small_study()), {});
  CHECK(record.session_times.empty());
  CHECK(record.places.empty());
}
