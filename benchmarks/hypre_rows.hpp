#pragma once

#include <HYPRE_utilities.h>

#include <array>

#include "hypre_solve.hpp"
#include "measure.hpp"

/// What both of hypre's interfaces need: the rows of a matrix, the slabs of a rank, and a clock that waits for all.
namespace percuta::benchmark {

/// A cell's row: what is on the diagonal, and the conductances toward -x, +x, -y, +y, -z, +z.
struct HypreRow {
  double diagonal = 0;
  std::array<double, 6> faces{};
};

HypreRow hypre_row(const HypreSystem& system, Index i, Index j, Index k);

/// Slabs of y that a rank holds.
struct HypreSlabs {
  Index first = 0, last = 0;
};
HypreSlabs hypre_slabs(const HypreSystem& system);

/// What work costs, wall time on all ranks.
template <class Work>
Cost cost_on_all(MPI_Comm ranks, const Work& work) {
  MPI_Barrier(ranks);
  const double processor = processor_seconds(), began = MPI_Wtime();
  work();
  MPI_Barrier(ranks);
  return {MPI_Wtime() - began, processor_seconds() - processor};
}

constexpr int k_most_iterations = 500;

/// hypre's conjugate gradients by the names that they have in one of its interfaces.
template <class Solver, class Matrix, class Vector>
struct HypreGradients {
  using Work = HYPRE_Int (*)(Solver, Matrix, Vector, Vector);
  Work setup, solve;
  HYPRE_Int (*iterations)(Solver, HYPRE_Int*);
  HYPRE_Int (*residual)(Solver, double*);
};

/// What a solve took, and the relative residual that it ended at.
struct HypreRun {
  HypreReport report;
  double residual = 1;
};

/// `held` has matrix a and vectors f and u.
template <class Gradients, class Solver, class Held>
HypreRun run_gradients(MPI_Comm ranks, const Gradients& by, Solver solver, const Held& held) {
  HypreRun run;
  run.report.setup = cost_on_all(ranks, [&] { by.setup(solver, held.a, held.f, held.u); });
  run.report.solve = cost_on_all(ranks, [&] { by.solve(solver, held.a, held.f, held.u); });
  HYPRE_Int iterations = 0;
  by.iterations(solver, &iterations);
  by.residual(solver, &run.residual);
  run.report.iterations = iterations;
  return run;
}

/// std::runtime_error when hypre has met one since the last look, or `residual` has not come down.
void must_have_converged(const HypreSystem& system, const HypreChoice& choice, double residual);

/// Brings the slabs of all ranks to the first; `values` are those of this rank, x fastest, then z, then y.
void gather_slabs(const HypreSystem& system, const std::vector<double>& values, Field& u);

HypreReport solve_by_struct(const HypreSystem& system, const HypreChoice& choice, Field& u);
HypreReport solve_by_boomer(const HypreSystem& system, const HypreChoice& choice, Field& u);

}  // namespace percuta::benchmark
