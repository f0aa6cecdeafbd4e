#include "percuta/numerics/cell_solve.hpp"

#include <cmath>

namespace percuta::numerics {
namespace {

constexpr double k_no_pivot = 1e-6;  // where one is the size of a matrix near one

/// row -= factor pivot_row, lane by lane.
void take_off(double* __restrict row, const double* __restrict factor, const double* __restrict pivot_row, Index n) {
#pragma omp simd
  for (Index i = 0; i < n; ++i) row[i] -= factor[i] * pivot_row[i];
}

}  // namespace

bool solve_cells(Index fields, Index n, double* a, double* b) {
  const auto at = [&](Index row, Index column) { return a + (row * fields + column) * k_cells_at_once; };
  const auto right = [&](Index row) { return b + row * k_cells_at_once; };
  double factor[k_cells_at_once];
  bool is_sound = true;
  for (Index p = 0; p < fields; ++p) {
    for (Index i = 0; i < n; ++i) is_sound = is_sound && std::abs(at(p, p)[i]) > k_no_pivot;
    for (Index row = p + 1; row < fields; ++row) {
      for (Index i = 0; i < n; ++i) factor[i] = at(row, p)[i] / at(p, p)[i];
      for (Index column = p + 1; column < fields; ++column) take_off(at(row, column), factor, at(p, column), n);
      take_off(right(row), factor, right(p), n);
    }
  }
  for (Index row = fields - 1; row >= 0; --row) {
    for (Index column = row + 1; column < fields; ++column) take_off(right(row), at(row, column), right(column), n);
    for (Index i = 0; i < n; ++i) right(row)[i] /= at(row, row)[i];
  }
  return is_sound;
}

}  // namespace percuta::numerics
