#include "percuta/numerics/cell_solve.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "numerics/random_problem.hpp"

using namespace percuta::numerics;

TEST_CASE("[law] small systems come out so that matrix times solution is the right side") {
  percuta::tests::Dice dice(3);
  for (const Index fields : {Index{1}, Index{2}, Index{5}, Index{12}}) {
    for (const Index n : {Index{1}, Index{7}, k_cells_at_once}) {
      std::vector<double> a(static_cast<std::size_t>(fields * fields * k_cells_at_once));
      std::vector<double> b(static_cast<std::size_t>(fields * k_cells_at_once));
      for (double& value : a) value = dice.uniform(-0.3, 0.3);
      for (double& value : b) value = dice.uniform(-1, 1);
      for (Index f = 0; f < fields; ++f) {
        for (Index i = 0; i < n; ++i) a[static_cast<std::size_t>((f * fields + f) * k_cells_at_once + i)] += 2;
      }
      const std::vector<double> matrix = a, right = b;
      CHECK(solve_cells(fields, n, a.data(), b.data()));
      for (Index i = 0; i < n; ++i) {
        for (Index row = 0; row < fields; ++row) {
          double sum = 0;
          for (Index column = 0; column < fields; ++column) {
            sum += matrix[static_cast<std::size_t>((row * fields + column) * k_cells_at_once + i)] *
                   b[static_cast<std::size_t>(column * k_cells_at_once + i)];
          }
          CHECK(sum == doctest::Approx(right[static_cast<std::size_t>(row * k_cells_at_once + i)]).epsilon(1e-10));
        }
      }
    }
  }
}

TEST_CASE("[unit] a matrix without a pivot is told of") {
  std::vector<double> a(4 * k_cells_at_once), b(2 * k_cells_at_once, 1.0);
  CHECK(!solve_cells(2, 1, a.data(), b.data()));
}
