#include <doctest/doctest.h>

#include <cmath>

#include "percuta/numerics/time/ros2.hpp"

using namespace percuta;
using namespace percuta::numerics;

TEST_CASE("[order] a clock reaction in every cell follows its closed form, also with many cells in a row") {
  for (const Index nx : {Index{1}, Index{33}, Index{70}}) {
    const Layout layout{nx, 2, 3};
    Reaction turn;  // u' = -w v, v' = w u: a circle, each cell at its own pace
    turn.rate = [](const CellRun& cells, double* const* rate) {
      for (Index i = 0; i < cells.n; ++i) {
        const double w = 1 + 0.1 * static_cast<double>((cells.first + i) % 7);
        rate[0][i] = -w * cells.value[1][i];
        rate[1][i] = w * cells.value[0][i];
      }
    };
    turn.jacobian = [](const CellRun& cells, double* const* j) {
      for (Index i = 0; i < cells.n; ++i) {
        const double w = 1 + 0.1 * static_cast<double>((cells.first + i) % 7);
        j[1][i] = -w;
        j[2][i] = w;
      }
    };
    double error[2] = {};
    for (const int halving : {0, 1}) {
      StepSettings step;
      step.first = halving == 0 ? 0.02 : 0.01;
      step.is_fixed = true;
      step.must_stay_positive = false;
      SolveSettings solve;
      solve.threads = 1;
      Ros2 walk({{Field("u", "1", layout, 1), nullptr, false, {}}, {Field("v", "1", layout, 0), nullptr, false, {}}},
                turn, 0, step, solve);
      walk.advance(2);
      for_each_cell(layout, [&](Index i, Index j, Index k) {
        const double w = 1 + 0.1 * static_cast<double>(layout.at(i, j, k) % 7);
        error[halving] = std::max(error[halving], std::abs(walk.value(0)(i, j, k) - std::cos(2 * w)));
      });
    }
    CHECK(error[0] / error[1] == doctest::Approx(4).epsilon(0.1));
  }
}
