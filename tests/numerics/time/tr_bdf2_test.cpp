#include "percuta/numerics/time/tr_bdf2.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "numerics/solvers/layered_skin.hpp"
#include "numerics/time/walks.hpp"
#include "percuta/base/error.hpp"

using namespace percuta;
using namespace percuta::numerics;
using tests::distance;
using tests::fixed;
using tests::is_same;
using tests::Skin;
using tests::Slab;
using tests::tight;

namespace {

constexpr double k_pi = 3.141592653589793;

/// A layered problem whose bath swings, from 0 to 600 s in n steps.
Field swung(Index n) {
  Skin skin;
  TimeProblem problem = skin.problem();
  problem.at = [](double t, Transmissibilities& matrix) {
    matrix.set_outside(1, 1 + std::sin(2 * k_pi * t / 900));
    return false;
  };
  TrBdf2 walk(problem, Field("c", "1", skin.grid.layout(), 0.5), 0, fixed(600.0 / static_cast<double>(n)), tight());
  walk.advance(600);
  return walk.value();
}

}  // namespace

TEST_CASE("[order] TR-BDF2 is of second order in time, also with a bath that swings") {
  const Field reference = swung(640);
  const double coarse = distance(swung(10), reference), mid = distance(swung(20), reference);
  const double fine = distance(swung(40), reference);
  CHECK(coarse / mid > 3.5);
  CHECK(coarse / mid < 6);
  CHECK(mid / fine == doctest::Approx(4).epsilon(0.15));
}

TEST_CASE("[order] TR-BDF2 is of second order with conductances that close in time") {
  const auto closed = [](Index n) {
    Skin skin;
    TimeProblem problem = skin.problem();
    problem.at = [&](double t, Transmissibilities& matrix) {
      Medium medium = skin.medium;
      medium.conductivity.fill(skin.grid, [&](double x, double y, double z) {
        const bool is_channel = std::hypot(x - 120e-6, y - 100e-6) < 40e-6 && z < 250e-6;
        return is_channel ? 1e-10 + 4e-10 * std::exp(-t / 300) : z < 15e-6 ? 1e-13 : 1e-10;
      });
      matrix = Transmissibilities(skin.grid, medium);
      matrix.add_top(skin.grid, medium, 1e-6, 1, 1);
      return true;
    };
    TrBdf2 walk(problem, Field("c", "1", skin.grid.layout(), 0), 0, fixed(600.0 / static_cast<double>(n)), tight());
    walk.advance(600);
    return walk.value();
  };
  const Field reference = closed(320);
  const double mid = distance(closed(20), reference), fine = distance(closed(40), reference);
  CHECK(mid / fine == doctest::Approx(4).epsilon(0.15));
}

TEST_CASE("[law] a steady field does not move in a year") {
  Skin skin(0);
  StepSettings step;
  step.first = 60;
  const Field start("c", "1", skin.grid.layout(), 1);  // in balance with the bath
  TrBdf2 walk(skin.problem(), start, 0, step, tight(1e-4));
  walk.advance(365 * 86400.0);
  CHECK(distance(walk.value(), start) < 1e-12);
  CHECK(walk.count().accepted < 40);
}

TEST_CASE("[law] a tighter tolerance gives a smaller error for more steps") {
  const auto walked = [](double rtol, Index* steps) {
    Skin skin;
    StepSettings step;
    step.rtol = rtol;
    step.atol = 0.1 * rtol;
    TrBdf2 walk(skin.problem(), Field("c", "1", skin.grid.layout(), 0), 0, step, tight(1e-8));
    walk.advance(1800);
    *steps = walk.count().accepted;
    return walk.value();
  };
  Index few = 0, more = 0, many = 0;
  const Field reference = walked(1e-6, &many);
  const double loose = distance(walked(1e-2, &few), reference), tighter = distance(walked(1e-3, &more), reference);
  CHECK(loose < 1e-2);
  CHECK(tighter < 1e-3);
  CHECK(tighter < loose);
  CHECK(few < more);
  CHECK(more < many);
}

TEST_CASE("[law] the same bytes on 1, 2 and 4 threads") {
  const auto walked = [](int threads) {
    Skin skin;
    skin.grid = Grid({40, 40, 24}, 20e-6, 20e-6, even_edges(24, 1e-3));
    skin.medium.conductivity = Field("D", "m2/s", skin.grid.layout(), 1e-10);
    skin.medium.capacity = Field("K", "1", skin.grid.layout(), 1);
    skin.medium.sink.reset();
    skin.matrix = Transmissibilities(skin.grid, skin.medium);
    skin.matrix.add_top(skin.grid, skin.medium, 1e-6, 1, 1);
    SolveSettings solve = tight(1e-4);
    solve.threads = threads;
    TrBdf2 walk(skin.problem(), Field("c", "1", skin.grid.layout(), 0), 0, StepSettings{}, solve);
    walk.advance(100);
    return walk.value();
  };
  const Field one = walked(1);
  for (const int threads : {2, 4}) CHECK(is_same(one, walked(threads)));
}

TEST_CASE("[unit] a step that must become too short is an error that says when and what to try") {
  Skin skin;
  TimeProblem problem = skin.problem();
  problem.at = [](double t, Transmissibilities& matrix) {
    matrix.set_outside(1, t > 50 ? 1e6 * std::sin(1e9 * t) : 1);  // no step is short enough to follow it
    return false;
  };
  StepSettings step;
  step.least = 1e-3;
  step.atol = 1e-4;
  TrBdf2 walk(problem, Field("c", "1", skin.grid.layout(), 0), 0, step, tight(1e-4));
  walk.advance(40);
  CHECK(walk.count().accepted > 5);
  CHECK_THROWS_WITH_AS(walk.advance(100), doctest::Contains("had to become shorter"), SolverError);
  CHECK(walk.time() >= 40);
  CHECK(walk.time() < 51);
}

TEST_CASE("[unit] a matrix without capacities or on another grid is refused") {
  Slab slab({1, 1, 4});
  CHECK_THROWS_AS(TrBdf2(slab.problem(), Field("c", "1", Layout{1, 1, 8}, 0), 0, fixed(0.05), tight()), InputError);
  slab.medium.capacity.reset();
  slab.matrix = Transmissibilities(slab.grid, slab.medium);
  slab.matrix.add_top(slab.grid, slab.medium, 1, 1, 1);
  CHECK_THROWS_AS(TrBdf2(slab.problem(), Field("c", "1", slab.grid.layout(), 0), 0, fixed(0.05), tight()), InputError);
}

TEST_CASE("[unit] no step is longer than the longest, the first neither") {
  Slab slab({1, 1, 4});
  StepSettings step;
  step.first = 1;
  step.longest = 0.125;
  TrBdf2 walk(slab.problem(), Field("c", "1", slab.grid.layout(), 1), 0, step, tight(1e-8));
  walk.advance(1);
  CHECK(walk.count().accepted == 8);
}
