#include <doctest/doctest.h>

#include <algorithm>

#include "healing/rates_fixture.hpp"

using namespace percuta;
using healing::telling_times;
using tests::k_day;

TEST_CASE("[unit] a course is told close together after each session, and to the horizon") {
  const std::vector<double> times = telling_times({0, 30 * k_day}, 365 * k_day, {33.5 * k_day});
  CHECK(std::is_sorted(times.begin(), times.end()));
  CHECK(std::adjacent_find(times.begin(), times.end()) == times.end());
  CHECK(times.front() == 0);
  CHECK(times.back() == 365 * k_day);
  const auto holds = [&](double day) {
    return std::any_of(times.begin(), times.end(), [&](double t) { return std::abs(t - day * k_day) < 1; });
  };
  for (const double day : {1.0 / 24, 1.0, 7.0, 28.0, 30.0, 30 + 1.0 / 24, 33.5, 58.0}) CHECK(holds(day));
}

TEST_CASE("[unit] daily use is told twice a session, the last one closely") {
  std::vector<double> sessions;
  for (int i = 0; i < 365; ++i) sessions.push_back(i * k_day);
  const std::vector<double> times = telling_times(sessions, 400 * k_day, {});
  CHECK(times.size() > 700);
  CHECK(times.size() < 800);
}

TEST_CASE("[unit] nothing is told before the first session or beyond the horizon") {
  const std::vector<double> times = telling_times({}, 10 * k_day, {-5, 20 * k_day});
  CHECK(times.front() == 0);
  CHECK(times.back() == 10 * k_day);
}
