#include "numerics/time/random_motion.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "numerics/time/walks.hpp"
#include "percuta/numerics/time/ros2.hpp"
#include "percuta/numerics/time/tr_bdf2.hpp"

using namespace percuta;
using namespace percuta::numerics;
using tests::distance;
using tests::in_the_long_run;
using tests::RandomMotion;

namespace {

constexpr double k_rtol = 1e-4, k_atol = 1e-5;  // values are about 1

StepSettings careful() {
  StepSettings step;
  step.rtol = k_rtol;
  step.atol = k_atol;
  step.first = 1e-2;
  return step;
}

SolveSettings one_thread(double tolerance) {
  SolveSettings solve;
  solve.threads = 1;
  solve.tolerance = tolerance;
  solve.most_iterations = 400;
  return solve;
}

/// All that ever went through a ledger.
double turnover(const TimeLedger& ledger) {
  double sum = ledger.start;
  for (const TimeLedger::Row& row : ledger.rows) sum += std::abs(row.amount);
  return sum;
}

/// Fields that turn into each other at random rates [1/s]: nothing is made or lost by that.
std::vector<std::vector<double>> random_turn(tests::Dice& dice, std::size_t n) {
  std::vector<std::vector<double>> turn(n, std::vector<double>(n));
  for (std::size_t to = 0; to < n; ++to) {
    for (std::size_t from = 0; from < n; ++from) {
      if (to == from) continue;
      turn[to][from] = std::pow(10, dice.uniform(-5, -1));
      turn[from][from] -= turn[to][from];
    }
  }
  return turn;
}

Reaction reaction_of(const std::vector<std::vector<double>>& turn) {
  Reaction reaction;
  reaction.rate = [turn](const CellRun& cells, double* const* rate) {
    for (std::size_t to = 0; to < turn.size(); ++to) {
      for (Index i = 0; i < cells.n; ++i) {
        double sum = 0;
        for (std::size_t from = 0; from < turn.size(); ++from) sum += turn[to][from] * cells.value[from][i];
        rate[to][i] = sum;
      }
    }
  };
  reaction.jacobian = [turn](const CellRun& cells, double* const* j) {
    for (std::size_t e = 0; e < turn.size() * turn.size(); ++e) {
      for (Index i = 0; i < cells.n; ++i) j[e][i] = turn[e / turn.size()][e % turn.size()];
    }
  };
  return reaction;
}

}  // namespace

TEST_CASE("[law] TR-BDF2 follows the matrix exponential of random problems, keeps mass and never goes below zero") {
  for (unsigned seed = 0; seed < in_the_long_run(150); ++seed) {
    CAPTURE(seed);
    RandomMotion motion = tests::random_motion(seed, 1, 4);
    const Field expected = tests::exactly_moved({{&motion.matrix, motion.start}}, {}, motion.time)[0];
    TrBdf2 walk({&motion.matrix, {}, {}, {}}, motion.start, 0, careful(), one_thread(1e-6));
    walk.advance(motion.time);
    CHECK(distance(walk.value(), expected) <= 10 * (k_atol + k_rtol * 2));
    CHECK(walk.value().least() >= 0);
    CHECK(walk.value().greatest() <= 2 + k_atol);
    CHECK(walk.ledger().amount("clipped") >= 0);
    CHECK(std::abs(walk.ledger().mismatch()) <= 1e-13 * turnover(walk.ledger()));
    CHECK(std::abs(walk.ledger().amount("solver")) <= 1e-13 * turnover(walk.ledger()));
  }
}

TEST_CASE("[law] ROS2 follows the matrix exponential of random problems that move and react") {
  for (unsigned seed = 0; seed < in_the_long_run(50); ++seed) {
    CAPTURE(seed);
    tests::Dice dice(seed);
    RandomMotion one = tests::random_motion(seed, 1, 3, true), other = one;
    for_each_cell(one.grid.layout(), [&](Index i, Index j, Index k) {
      const bool is_open = one.matrix.mass_of(one.grid.layout().at(i, j, k)) > 0;
      other.start(i, j, k) = is_open ? 2 - one.start(i, j, k) : 0;
    });
    const auto turn = random_turn(dice, 2);
    const std::vector<Field> expected =
        tests::exactly_moved({{&one.matrix, one.start}, {&other.matrix, other.start}}, turn, one.time);
    const bool is_stiff = dice.coin();
    Ros2 walk({{one.start, &one.matrix, is_stiff}, {other.start, &other.matrix, is_stiff}}, reaction_of(turn), 0,
              careful(), one_thread(1e-8));
    walk.advance(one.time);
    const double before = walk.ledger(0).start + walk.ledger(1).start;
    const double rounding = 1e-13 * static_cast<double>(walk.count().accepted) * before;  // of a step, 1e-13
    double gained = 0;
    for (const Index f : {Index{0}, Index{1}}) {
      CAPTURE(f);
      CHECK(distance(walk.value(f), expected[static_cast<std::size_t>(f)]) <= 10 * (k_atol + k_rtol * 2));
      CHECK(walk.value(f).least() >= 0);
      CHECK(walk.value(f).greatest() <= 2 + k_atol);  // both together are 2 in every cell
      CHECK(std::abs(walk.ledger(f).mismatch()) <= rounding);
      gained += walk.ledger(f).amount("reaction");
    }
    // What one loses the other gains; decay that is in a field's own diffusion solve is met to the tolerance only.
    CHECK(std::abs(gained) <= (is_stiff ? k_rtol * before : rounding));
  }
}

TEST_CASE("[law] every ledger of ROS2 closes on random problems, and what solves left is a row of its own") {
  for (unsigned seed = 0; seed < in_the_long_run(60); ++seed) {
    CAPTURE(seed);
    tests::Dice dice(seed);
    const RandomMotion motion = tests::random_motion(seed, 1, 9);
    Transmissibilities matrix = motion.matrix;
    const auto turn = random_turn(dice, 2);
    StepSettings step = careful();
    step.rtol = 1e-2;
    step.atol = 1e-3;
    Ros2 walk({{motion.start, &matrix, dice.coin()}, {motion.start, &matrix, dice.coin()}}, reaction_of(turn), 0, step,
              one_thread(1e-4));
    walk.advance(motion.time);
    for (const Index f : {Index{0}, Index{1}}) {
      const TimeLedger& ledger = walk.ledger(f);
      CHECK(std::abs(ledger.mismatch()) <= 1e-12 * turnover(ledger));
      CHECK(std::abs(ledger.amount("solver")) <= 1e-13 * turnover(ledger));
      CHECK(std::any_of(ledger.rows.begin(), ledger.rows.end(),
                        [](const TimeLedger::Row& row) { return row.name == "solver"; }));
    }
  }
}
