#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "endpoints/treated_fixture.hpp"
#include "percuta/endpoints/looks/stages.hpp"

using namespace percuta;
using tests::k_day;
using tests::treatment;

using endpoints::PigmentStages;

namespace {

/// Four stages and fading after a dose at once, from the closed form of the chain.
double closed_form(double days) {
  const double k = 1.0 / 7, f = 0.01, a = k - f;
  double left = 0, term = 1;
  for (int i = 0; i < 4; ++i) {
    left += term;
    term *= a * days / (i + 1);
  }
  return std::pow(k / a, 4) * std::exp(-f * days) * (1 - std::exp(-a * days) * left);
}

}  // namespace

TEST_CASE("[unit] a short dose comes through the stages as the chain's closed form says, on a coarse grid too") {
  const double pulse = 0.01;  // days
  for (const double step : {1.0, 7.0}) {
    std::vector<double> times = {0, pulse * k_day, 2 * pulse * k_day}, feed = {0, 1, 0};
    for (double t = step; t <= 210; t += step) {
      times.push_back(t * k_day);
      feed.push_back(0);
    }
    const auto pigment = PigmentStages(times, treatment().maps.pigment).follow(feed);
    for (const double day : {21.0, 56.0, 168.0}) {
      std::size_t i = 0;
      while (times[i] < day * k_day) ++i;
      CHECK(pigment[i] / (pulse * k_day) == doctest::Approx(closed_form(day - pulse)).epsilon(0.002));
    }
  }
}

TEST_CASE("[unit] neutrophils and early macrophages feed it in full, late ones by their weight") {
  const PigmentStages stages({0, 1}, treatment().maps.pigment);
  healing::Moment moment;
  CHECK(stages.feed(moment) == 0);
  moment.tissue.neutrophils = 1;
  moment.tissue.early = 2;
  moment.tissue.late = 4;
  CHECK(stages.feed(moment) == 5);
}

TEST_CASE("[unit] at the threshold half of the people with dark skin get pigment, of nothing nobody") {
  const auto map = treatment().maps.pigment;
  CHECK(endpoints::pigment_risk(2, 2, 4, map) == doctest::Approx(0.5));
  CHECK(endpoints::pigment_risk(2, 2, 3, map) == doctest::Approx(0.25));
  CHECK(endpoints::pigment_risk(0, 2, 6, map) == 0);
  CHECK(endpoints::pigment_risk(2, std::numeric_limits<double>::infinity(), 6, map) == 0);
}
