#include "percuta/healing/infection.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "healing/rates_fixture.hpp"

using namespace percuta;
using namespace percuta::healing;
using tests::k_day;

namespace {

std::vector<double> hours(int count) {
  std::vector<double> times;
  for (int i = 0; i <= count; ++i) times.push_back(i * k_day / 24);
  return times;
}

double day_of_peak(const InfectionCourse& course, const std::vector<double>& values) {
  return course.times[static_cast<std::size_t>(std::max_element(values.begin() + 2, values.end()) - values.begin())] /
         k_day;
}

}  // namespace

TEST_CASE("[law] Cooper's wound clears its bacteria: neutrophils most at day 0.8, macrophages at day 4.1") {
  const InfectionCourse course = infection_course(tests::healing_rates().infection, {0}, hours(30 * 24));
  CHECK(day_of_peak(course, course.neutrophils) == doctest::Approx(0.8).epsilon(0.05));
  CHECK(day_of_peak(course, course.macrophages) == doctest::Approx(4.1).epsilon(0.05));
  CHECK(course.pathogen.back() < 1e-3);
}

TEST_CASE("[law] with faster growth and more of them the bacteria stay") {
  Infection infection = tests::healing_rates().infection;
  infection.growth = certain(1.25 * infection.growth);
  infection.inoculum = certain(1);
  const InfectionCourse course = infection_course(infection, {0}, hours(30 * 24));
  CHECK(course.pathogen.back() == doctest::Approx(5.7).epsilon(0.02));
  CHECK(course.neutrophils.back() == doctest::Approx(0.28).epsilon(0.02));
}

TEST_CASE("[law] bacteria add to the alarm while they last, and nothing without them") {
  Infection infection = tests::healing_rates().infection;
  const auto alarm = infection_alarm(infection, {0}, 30 * k_day);
  CHECK(alarm(0.1 * k_day) > 0);
  CHECK(alarm(0.1 * k_day) <= infection.alarm);
  CHECK(alarm(30 * k_day) < 1e-3 * infection.alarm);
  infection.inoculum = certain(0);
  CHECK(infection_alarm(infection, {0}, 30 * k_day)(k_day) == 0);
}
