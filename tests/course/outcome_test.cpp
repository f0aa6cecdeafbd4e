#include "percuta/course/outcome.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "course/course_fixture.hpp"

using namespace percuta;
using tests::k_day;

namespace {

const Member k_median{7, 0, 8};

course::Course walked(const course::Inputs& inputs, std::set<std::string, std::less<>> asked = {"endpoints.wrinkle"}) {
  const course::Scope scope(inputs, Asked(std::move(asked)));
  return course::walk(inputs, k_median, &scope);
}

double gain(const course::Course& course) {
  return course.healing.course.papillary.back().tissue.gain();
}

}  // namespace

TEST_CASE("[unit] a course heals and is measured, as far as it is asked for") {
  const course::Inputs inputs = tests::inputs();
  const course::Course all = walked(inputs);
  CHECK(gain(all) > 0);
  CHECK_FALSE(all.endpoints.all.empty());
  CHECK(walked(inputs, {"healing.collagen_change"}).endpoints.all.empty());
  CHECK(walked(inputs, {"insertion.depth_in_place"}).healing.course.times.empty());
}

TEST_CASE("[unit] sessions follow each other after the interval, and those alike stand for others") {
  course::Inputs inputs = tests::inputs();
  inputs.traced = {0, 0, 0};
  CHECK(course::session_times(inputs) == std::vector<double>{0, 28 * k_day, 56 * k_day});
  CHECK(gain(walked(inputs)) > gain(walked(tests::inputs())));
  CHECK(walked(inputs).healing.sessions.size() == 3);
}

TEST_CASE("[unit] a bench heals nothing") {
  course::Inputs inputs = tests::inputs();
  inputs.is_bench = true;
  CHECK(walked(inputs).healing.course.times.empty());
}

TEST_CASE("[unit] each place of the window comes to something of its own") {
  const course::Inputs inputs = tests::inputs();
  const course::Course course = walked(inputs);
  const auto map = course::outcome_map(inputs, course);
  CHECK(map.size() == course.healing.places.size());
  double least = 1, most = 0;
  for (const auto& place : map) {
    least = std::min(least, place.gain);
    most = std::max(most, place.gain);
  }
  CHECK(most > least);
}
