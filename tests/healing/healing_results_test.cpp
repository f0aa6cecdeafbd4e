#include <doctest/doctest.h>

#include <cmath>

#include "healing/rates_fixture.hpp"

using namespace percuta;
using namespace percuta::healing;
using tests::k_day;

namespace {

State told() {
  State state;
  state.sessions = {0};
  state.course.times = {0, 10 * k_day, 20 * k_day};
  for (const double T : {0.0, 0.8, 0.2}) {
    Moment moment;
    moment.tgf_beta = T;
    moment.tissue.three = T;
    state.course.papillary.push_back(moment);
    state.course.dermis.push_back(moment);
  }
  return state;
}

double value_of(const State& state, const std::string& name) {
  for (const ResultOf<State>& one : results({0, 15 * k_day})) {
    if (one.column.name != name) continue;
    std::vector<double> row;
    one.append(state, row);
    return row.back();
  }
  FAIL("no result called ", name);
  return 0;
}

}  // namespace

TEST_CASE("[unit] collagen is told at the horizon, growth factor at its peak and when half of it is gone") {
  CHECK(value_of(told(), "collagen_change") == doctest::Approx(0.2));
  CHECK(value_of(told(), "tgf_beta") == doctest::Approx(0.8));
  CHECK(value_of(told(), "tgf_beta_half_gone") / k_day == doctest::Approx(10 + 10 * 0.4 / 0.6));
  CHECK(value_of(told(), "collagen_papillary") == doctest::Approx(0.5));
}

TEST_CASE("[unit] of a skin that heals nothing no number exists") {
  for (const ResultOf<State>& one : results({0, k_day})) {
    std::vector<double> row;
    one.append(State{}, row);
    CHECK(row.size() == one.column.size());
    if (!one.column.is_listed) continue;
    CHECK_FALSE(one.column.needs.empty());
    for (const double value : row) CHECK(std::isnan(value));
  }
}
