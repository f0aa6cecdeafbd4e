#pragma once

#include "percuta/numerics/solvers/conjugate_gradients.hpp"

namespace percuta::tests {

/// On one thread, with iterations for problems that are hard on purpose.
inline numerics::SolveSettings on_one_thread(double tolerance) {
  numerics::SolveSettings settings;
  settings.tolerance = tolerance;
  settings.threads = 1;
  settings.most_iterations = 500;
  return settings;
}

/// The same conductivity everywhere, no capacities.
inline numerics::Medium even_medium(const numerics::Grid& grid, double conductivity = 1) {
  numerics::Medium medium;
  medium.conductivity = numerics::Field("k", "1", grid.layout(), conductivity);
  return medium;
}

/// What a problem comes to rest at.
inline numerics::Field steady_field(const numerics::Transmissibilities& matrix, const numerics::Field* source = nullptr,
                                    double tolerance = 1e-11) {
  numerics::Field f("f", "1", matrix.layout()), u("u", "1", matrix.layout());
  matrix.load(source, f);
  numerics::ColumnSolver(matrix, on_one_thread(tolerance)).solve(f, u);
  return u;
}

}  // namespace percuta::tests
