#pragma once

#include <vector>

#include "numerics/solvers/random_problem.hpp"
#include "percuta/numerics/time/ros2.hpp"

namespace percuta::tests {

/// Unwounded tissue in balance, of random layers: oxygen that the blood brings and cells take, cells that are as many
/// as oxygen feeds, collagen that they turn over. Only collagen ages, exp(-ageing t).
struct Homeostasis {
  numerics::Grid grid;
  numerics::Medium medium;
  numerics::Transmissibilities matrix;
  Field oxygen, cells, collagen;
  double ageing = 0;  ///< [1/s]

  explicit Homeostasis(unsigned seed) : Homeostasis(Dice(seed)) {}

  std::vector<numerics::ReactingField> fields() {
    return {{oxygen, &matrix, false, {}}, {cells, nullptr, false, {}}, {collagen, nullptr, false, {}}};
  }
  numerics::Reaction reaction() const {
    constexpr double pace = 1e-5, turnover = 1e-8;  // [1/s]
    numerics::Reaction reaction;
    reaction.rate = [a = ageing](const numerics::CellRun& run, double* const* rate) {
      for (Index i = 0; i < run.n; ++i) {
        const double o = run.value[0][i], f = run.value[1][i], m = run.value[2][i];
        rate[0][i] = 0;
        rate[1][i] = pace * f * (o / (1 + o) - f);
        rate[2][i] = turnover * (f * (1 + o) / o - 1) * m - a * m;
      }
    };
    reaction.jacobian = [a = ageing](const numerics::CellRun& run, double* const* j) {
      for (Index i = 0; i < run.n; ++i) {
        const double o = run.value[0][i], f = run.value[1][i], m = run.value[2][i];
        j[3][i] = pace * f / ((1 + o) * (1 + o));
        j[4][i] = pace * (o / (1 + o) - 2 * f);
        j[6][i] = -turnover * f / (o * o) * m;
        j[7][i] = turnover * (1 + o) / o * m;
        j[8][i] = turnover * (f * (1 + o) / o - 1) - a;
      }
    };
    return reaction;
  }

 private:
  /// Cells of the size that healing is reckoned with.
  static numerics::Grid healing_grid(Dice& dice) {
    const numerics::Layout layout{dice.whole(4, 10), dice.whole(4, 10), dice.whole(4, 10), dice.coin(), dice.coin()};
    std::vector<double> edges = {0};
    for (Index k = 0; k < layout.nz; ++k) edges.push_back(edges.back() + dice.uniform(20e-6, 80e-6));
    return {layout, 50e-6, 50e-6, edges};
  }
  explicit Homeostasis(Dice dice) : grid(healing_grid(dice)), medium(random_medium(dice, grid)) {
    medium.sink = Field("uptake", "1/s", grid.layout(), 1e-3);
    matrix = numerics::Transmissibilities(grid, medium);
    matrix.add_top(grid, medium, 1e-6, 1, 1);
    matrix.add_bottom(grid, medium, 1e-5, 0.6, 2);
    oxygen = Field("oxygen", "1", grid.layout(), 1);
    Field load = oxygen;
    matrix.load(nullptr, load);
    numerics::SolveSettings settings;
    settings.threads = 1;
    settings.tolerance = 1e-13;
    settings.most_iterations = 400;
    numerics::ColumnSolver(matrix, settings).solve(load, oxygen);
    cells = collagen = oxygen;
    numerics::for_each_cell(grid.layout(), [&](Index i, Index j, Index k) {
      const double o = oxygen(i, j, k);
      cells(i, j, k) = o / (1 + o);
      collagen(i, j, k) = dice.uniform(0.5, 1.5);
    });
  }
};

}  // namespace percuta::tests
