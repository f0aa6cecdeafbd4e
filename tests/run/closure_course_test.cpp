#include "percuta/run/closure_course.hpp"

#include <doctest/doctest.h>

using namespace percuta;

TEST_CASE("[unit] both curves start at one and fall to nothing") {
  closure::Clocks clocks;
  clocks.elastic_time = 600;
  clocks.barrier_half_life = 3600;
  clocks.barrier_time = 4 * 3600;
  clocks.dry_rate = clocks.covered_rate = 1.9e-4;
  clocks.pore_lag = 3600;
  clocks.pore_close = 10 * 3600;
  clocks.pore_time = 11 * 3600;
  const std::vector<double> values = run::closure_values(clocks);
  REQUIRE(values.size() == run::closure_value_count());
  const std::size_t half = values.size() / 2;
  CHECK(values.front() == 1);
  CHECK(values[half - 1] < 1e-6);
  CHECK(values[half] == 1);
  CHECK(values.back() == 0);
}

TEST_CASE("[unit] a curve's intervals stand where its numbers stood") {
  const run::CurveSet set =
      run::closure_course([](std::size_t i) { return Interval{double(i), double(i) - 1, double(i) + 1}; });
  CHECK(set.name == "closure_course");
  CHECK(set.at.front() == 0);
  CHECK(set.at.back() == 120);
  REQUIRE(set.curves.size() == 2);
  CHECK(set.curves[0].values.size() == set.at.size());
  CHECK(set.curves[1].values.front().value == double(set.at.size()));
}
