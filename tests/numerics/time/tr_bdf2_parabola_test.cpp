#include <doctest/doctest.h>

#include "numerics/solvers/layered_skin.hpp"
#include "numerics/time/walks.hpp"
#include "percuta/base/error.hpp"

using namespace percuta;
using namespace percuta::numerics;
using tests::distance;
using tests::fixed;
using tests::Skin;
using tests::Slab;
using tests::tight;

TEST_CASE("[unit] asked times are answered from within a step, near to what a step that ends there finds") {
  Skin skin, other;
  StepSettings step;
  step.rtol = 1e-4;
  step.atol = 1e-5;
  TrBdf2 walk(skin.problem(), Field("c", "1", skin.grid.layout(), 0), 0, step, tight(1e-8));
  std::vector<double> asked;
  Field seen;
  walk.set_output({{0, 500, 1000}, [&](double t, const std::vector<const Field*>& fields) {
                     asked.push_back(t);
                     if (t == 500) seen = *fields[0];
                   }});
  walk.advance(1000);
  CHECK(asked == std::vector<double>{0, 500, 1000});
  TrBdf2 stop(other.problem(), Field("c", "1", other.grid.layout(), 0), 0, step, tight(1e-8));
  stop.advance(500);
  CHECK(distance(seen, stop.value()) < 1e-3);
}

TEST_CASE("[unit] a second list of outputs is answered in full, and what lies before the walk is not") {
  Slab slab({1, 1, 4});
  TrBdf2 walk(slab.problem(), Field("c", "1", slab.grid.layout(), 1), 0, fixed(0.05), tight(1e-8));
  std::vector<double> seen;
  const auto look = [&](double t, const std::vector<const Field*>&) { seen.push_back(t); };
  walk.set_output({{0.1, 0.2}, look});
  walk.advance(0.5);
  walk.set_output({{0.3, 0.7, 0.8}, look});
  walk.advance(1);
  CHECK(seen == std::vector<double>{0.1, 0.2, 0.7, 0.8});
}

TEST_CASE("[law] stages that begin where the step before leads take fewer iterations and end at the same") {
  Skin skin;
  TrBdf2 walk(skin.problem(), Field("c", "1", skin.grid.layout(), 0), 0, fixed(60), tight(1e-6));
  TrBdf2 halting(skin.problem(), Field("c", "1", skin.grid.layout(), 0), 0, fixed(60), tight(1e-6));
  walk.advance(3600);
  for (int step = 1; step <= 60; ++step) halting.advance(60 * step);  // none has a step before it
  CHECK(walk.count().accepted == halting.count().accepted);
  CHECK(walk.count().iterations < 0.8 * static_cast<double>(halting.count().iterations));
  CHECK(distance(walk.value(), halting.value()) < 1e-6);
}

TEST_CASE("[unit] a law of the field is not asked where a first guess alone would lead, below 0") {
  Slab slab({1, 1, 4}, 100);
  slab.matrix.add_top(slab.grid, slab.medium, INFINITY, 1, 1);
  TimeProblem problem = slab.problem();
  problem.at = [](double t, Transmissibilities& matrix) {
    matrix.set_outside(1, std::max(0.0, 1 - t * t));  // steeper and steeper, then it stays at 0
    return false;
  };
  double least = 1;
  problem.nonlinear.coefficients = [&](const Field& u, Transmissibilities&) {
    least = std::min(least, u.least());
    return false;
  };
  TrBdf2 walk(problem, Field("c", "1", slab.grid.layout(), 1), 0, fixed(0.05), tight(1e-8));
  walk.advance(1.2);
  CHECK(least >= -0.01);
}
