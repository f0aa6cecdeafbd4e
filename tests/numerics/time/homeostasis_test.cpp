#include "numerics/time/homeostasis.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "numerics/solvers/symmetry.hpp"

using namespace percuta;
using namespace percuta::numerics;
using tests::Homeostasis;

namespace {

constexpr double k_year = 365 * 86400.0;

SolveSettings one_thread() {
  SolveSettings settings;
  settings.threads = 1;
  settings.tolerance = 1e-4;
  return settings;
}

StepSettings stepping(double rtol) {
  StepSettings step;
  step.rtol = rtol;
  step.atol = 0.1 * rtol;
  step.first = 3600;
  step.longest = 86400;  // what rounding leaves of a moving field's rates reaches its neighbours times the step
  return step;
}

}  // namespace

TEST_CASE("[law] tissue whose rates cancel, none of them zero, moves less than 1e-10 in a year of steps up to a day") {
  for (unsigned seed = 0; seed < 6; ++seed) {
    CAPTURE(seed);
    Homeostasis tissue(seed);
    Ros2 walk(tissue.fields(), tissue.reaction(), 0, stepping(1e-3), one_thread());
    walk.advance(k_year);
    CHECK(tests::distance(walk.value(0), tissue.oxygen) < 1e-10);
    CHECK(tests::distance(walk.value(1), tissue.cells) < 1e-10);
    CHECK(tests::distance(walk.value(2), tissue.collagen) < 1e-10);
    CHECK(walk.count().rejected == 0);
  }
}

TEST_CASE("[law] with ageing on, unwounded tissue follows the stated drift to 1e-8 in a year") {
  for (unsigned seed = 0; seed < 6; ++seed) {
    CAPTURE(seed);
    Homeostasis tissue(seed);
    tissue.ageing = 0.01 / k_year;
    Ros2 walk(tissue.fields(), tissue.reaction(), 0, stepping(1e-6), one_thread());
    walk.advance(k_year);
    Field expected = tissue.collagen;
    for_each_cell(tissue.grid.layout(), [&](Index i, Index j, Index k) { expected(i, j, k) *= std::exp(-0.01); });
    CHECK(tests::distance(walk.value(2), expected) < 1e-8);
    CHECK(tests::distance(walk.value(1), tissue.cells) < 1e-10);
  }
}

TEST_CASE("[law] tissue pushed out of balance comes back to it") {
  Homeostasis tissue(4);
  auto fields = tissue.fields();
  for_each_cell(tissue.grid.layout(), [&](Index i, Index j, Index k) { fields[1].start(i, j, k) *= 0.5; });
  Ros2 walk(fields, tissue.reaction(), 0, stepping(1e-3), one_thread());
  walk.advance(86400);
  CHECK(tests::distance(walk.value(1), tissue.cells) > 0.01);
  walk.advance(k_year);
  CHECK(tests::distance(walk.value(1), tissue.cells) < 1e-5);
}
