#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "percuta/course/course.hpp"

using namespace percuta;
using course::traced_sessions;

TEST_CASE("[unit] few sessions are traced one by one") {
  const course::TracedSessions traced = traced_sessions({true, true, false}, 1);
  CHECK(traced.sessions == std::vector<std::size_t>{0, 1, 2});
  CHECK(traced.of_session == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE(
    "[law] of many sessions alike twelve are traced, first and last among them, and each stands for its neighbours") {
  const course::TracedSessions traced = traced_sessions(std::vector<bool>(365, true), 7);
  CHECK(traced.sessions.size() == course::k_most_alike);
  CHECK(traced.sessions.front() == 0);
  CHECK(traced.sessions.back() == 364);
  CHECK(traced.of_session.size() == 365);
  CHECK(std::is_sorted(traced.sessions.begin(), traced.sessions.end()));
  for (std::size_t i = 0; i < 365; ++i) {
    const std::size_t by = traced.sessions[traced.of_session[i]];
    CHECK((by > i ? by - i : i - by) <= 34);
  }
  for (std::size_t i = 0; i < traced.sessions.size(); ++i) CHECK(traced.of_session[traced.sessions[i]] == i);
}

TEST_CASE("[unit] a session that differs is traced itself, and stands for no other") {
  std::vector<bool> are_alike(40, true);
  are_alike[20] = false;
  const course::TracedSessions traced = traced_sessions(are_alike, 7);
  CHECK(traced.sessions.size() == course::k_most_alike + 1);
  CHECK(std::count(traced.of_session.begin(), traced.of_session.end(), traced.of_session[20]) == 1);
}
