#pragma once

#include <cmath>
#include <utility>
#include <vector>

#include "numerics/solvers/plain_matrix.hpp"

namespace percuta::tests {

/// A random problem in time: nothing below zero outside, held or at the start, so nothing may ever be.
struct RandomMotion {
  numerics::Grid grid;
  numerics::Medium medium;
  numerics::Transmissibilities matrix;
  Field start;
  double time = 0;  ///< [s]
};

inline RandomMotion random_motion(unsigned seed, Index least, Index most, bool is_closed = false) {
  Dice dice(seed);
  const numerics::Grid grid = random_grid(dice, least, most);
  const numerics::Layout& layout = grid.layout();
  numerics::Medium medium = random_medium(dice, grid);
  if (is_closed) medium.sink.reset();
  RandomMotion motion{grid, medium, numerics::Transmissibilities(grid, medium), Field("c", "1", layout), 0};
  if (!is_closed && dice.coin()) motion.matrix.add_top(grid, medium, dice.coin() ? 1e-6 : INFINITY, 1, 1);
  if (!is_closed && dice.coin()) motion.matrix.add_bottom(grid, medium, 1e-5, 0, 2);
  std::vector<numerics::Held> held;
  std::vector<Index> cut;
  numerics::for_each_cell(layout, [&](Index i, Index j, Index k) {
    motion.start(i, j, k) = dice.coin() ? 0 : dice.uniform(0, 2);
    const Index die = dice.whole(0, 30);
    if (die == 0 && !is_closed) held.push_back({layout.at(i, j, k), dice.uniform(0, 2), 3});
    if (die == 1) cut.push_back(layout.at(i, j, k));
  });
  motion.matrix.hold(held);
  motion.matrix.cut(cut);
  for (const numerics::Held& cell : motion.matrix.held()) motion.start.cells()[cell.cell] = cell.value;
  motion.time = std::pow(10, dice.uniform(0, 3.5));
  return motion;
}

using Square = std::vector<std::vector<long double>>;

inline Square times(const Square& a, const Square& b) {
  Square c(a.size(), std::vector<long double>(a.size()));
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t k = 0; k < a.size(); ++k) {
      if (a[i][k] == 0) continue;
      for (std::size_t j = 0; j < a.size(); ++j) c[i][j] += a[i][k] * b[k][j];
    }
  }
  return c;
}

/// exp(G t) by scaling, a Taylor series and squaring.
inline Square exponential(Square g, long double t) {
  const std::size_t n = g.size();
  long double norm = 0;
  for (const auto& row : g) {
    long double sum = 0;
    for (const long double value : row) sum += std::abs(value * t);
    norm = std::max(norm, sum);
  }
  const int halvings = norm > 0.5L ? static_cast<int>(std::ceil(std::log2(norm / 0.5L))) : 0;
  for (auto& row : g) {
    for (long double& value : row) value *= std::ldexp(t, -halvings);
  }
  Square sum(n, std::vector<long double>(n)), term;
  for (std::size_t i = 0; i < n; ++i) sum[i][i] = 1;
  term = sum;
  for (int order = 1; order <= 15; ++order) {  // 0.5^16 / 16! is below 1e-18
    term = times(term, g);
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) sum[i][j] += term[i][j] /= order;
    }
  }
  for (int h = 0; h < halvings; ++h) sum = times(sum, sum);
  return sum;
}

/// Where fields that move by their matrices and turn into each other, rate[row] = sum of turn[row][column] value, are
/// after a time: the exponential of it all, in full.
inline std::vector<Field> exactly_moved(
    const std::vector<std::pair<const numerics::Transmissibilities*, Field>>& fields,
    const std::vector<std::vector<double>>& turn, double time) {
  const std::vector<Index> cells = cells_of(fields.front().second.layout());
  const std::size_t n = cells.size(), size = fields.size() * n;
  Square g(size + 1, std::vector<long double>(size + 1));
  for (std::size_t f = 0; f < fields.size(); ++f) {
    const numerics::Transmissibilities& matrix = *fields[f].first;
    const auto a = PlainMatrix<long double>(matrix, 0).dense();
    Field load("load", "1", matrix.layout());
    matrix.load(nullptr, load);
    for (std::size_t r = 0; r < n; ++r) {
      const long double mass = matrix.mass_of(cells[r]);
      if (mass == 0) continue;  // held
      for (std::size_t c = 0; c < n; ++c) g[f * n + r][f * n + c] = -a[r][c] * matrix.scale() / mass;
      g[f * n + r][size] = load.cells()[cells[r]] * static_cast<long double>(matrix.scale()) / mass;
      for (std::size_t other = 0; other < turn.size(); ++other) g[f * n + r][other * n + r] += turn[f][other];
    }
  }
  const Square moved = exponential(g, time);
  std::vector<Field> after;
  for (std::size_t f = 0; f < fields.size(); ++f) {
    after.push_back(fields[f].second);
    for (std::size_t r = 0; r < n; ++r) {
      long double value = moved[f * n + r][size];
      for (std::size_t other = 0; other < fields.size(); ++other) {
        for (std::size_t c = 0; c < n; ++c) {
          value += moved[f * n + r][other * n + c] * fields[other].second.cells()[cells[c]];
        }
      }
      after.back().cells()[cells[r]] = static_cast<double>(value);
    }
  }
  return after;
}

}  // namespace percuta::tests
