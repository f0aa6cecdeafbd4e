#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "endpoints/treated_fixture.hpp"
#include "percuta/endpoints/basis.hpp"

using namespace percuta;
using tests::k_day;
using tests::treatment;

TEST_CASE("[unit] courses are linear between times, of equal times the last counts") {
  const std::vector<double> times = {0, 2, 2, 4}, values = {0, 2, 10, 20};
  CHECK(endpoints::at(times, values, 1) == 1);
  CHECK(endpoints::at(times, values, 2) == 10);
  CHECK(endpoints::at(times, values, 3) == 15);
  CHECK(endpoints::at(times, values, 4) == 20);
  CHECK(endpoints::at(times, values, -1) == 0);
  CHECK(std::isnan(endpoints::at(times, values, 5)));
  CHECK(std::isnan(endpoints::at({}, {}, 0)));
}

TEST_CASE("[unit] what sessions add is nothing before them nor when it has lasted") {
  const std::vector<endpoints::Trace> traces = {{0, 5, [](double t) { return 1 + t; }},
                                                {10, 5, [](double) { return 7.0; }}};
  CHECK(endpoints::sum(traces, -1) == 0);
  CHECK(endpoints::sum(traces, 3) == 4);
  CHECK(endpoints::sum(traces, 6) == 0);
  CHECK(endpoints::sum(traces, 10) == 7);
  CHECK(endpoints::most(traces, 3) == 4);
  CHECK(endpoints::most(traces, 20) == 0);
}

TEST_CASE("[unit] how long something is above a level is found between times") {
  const auto fading = [](double t) { return std::exp(-t); };
  const std::vector<double> times = {0, 1, 3, 9};
  CHECK(endpoints::time_above(fading, 0.1, times, 0) == doctest::Approx(std::log(10)));
  CHECK(endpoints::time_above(fading, 2, times, 0) == 0);
  CHECK(std::isnan(endpoints::time_above(fading, 1e-9, times, 0)));
  CHECK(endpoints::time_above(fading, 0.1, times, 0.5) == doctest::Approx(std::log(10) - 0.5));
  CHECK(std::isnan(endpoints::time_above(fading, 1e-9, times, 20)));
}

TEST_CASE("[unit] values are read off, sampled, and what is undefined counts as nothing") {
  CHECK(endpoints::sampled([](double t) { return 2 * t; }, {1, 2}) == std::vector<double>{2, 4});
  CHECK(endpoints::known(k_undefined) == 0);
  CHECK(endpoints::known(3) == 3);
  const auto some = treatment();
  CHECK(endpoints::gain(some.state.course.papillary).back() == some.state.course.papillary.back().tissue.gain());
}

TEST_CASE("[unit] a cream is used for so long after each session") {
  auto some = treatment();
  CHECK_FALSE(endpoints::is_cared_for(some.treated(), 0));
  some.care.until = k_day;
  CHECK(endpoints::is_cared_for(some.treated(), 0));
  CHECK_FALSE(endpoints::is_cared_for(some.treated(), k_day));
  CHECK(endpoints::is_cared_for(some.treated(), 30.5 * k_day));
}
