#include "percuta/base/stage_times.hpp"

#include <doctest/doctest.h>

#include <thread>

using percuta::StageTimer;
using percuta::StageTimes;

namespace {

/// Keeps a processor busy for a moment.
double spin() {
  volatile double sum = 0;
  for (int i = 0; i < 300'000; ++i) sum = sum + i;
  return sum;
}

}  // namespace

TEST_CASE("[unit] times of one stage add up, and stages keep their order") {
  StageTimes times;
  times.add("land", 1);
  times.add("insert", 2);
  times.add("land", 0.5);
  REQUIRE(times.stages().size() == 2);
  CHECK(times.stages()[0].name == "land");
  CHECK(times.stages()[0].seconds == 1.5);
  CHECK(times.stages()[1].seconds == 2);
}

TEST_CASE("[unit] a timer counts its own thread's work, of several threads together, and nothing when nobody asks") {
  StageTimes times;
  const auto work = [&times] {
    const StageTimer timer(&times, "spin");
    spin();
  };
  std::thread other(work);
  work();
  other.join();
  {
    const StageTimer timer(nullptr, "nobody");
  }
  REQUIRE(times.stages().size() == 1);
  CHECK(times.stages().front().seconds > 0);
}
