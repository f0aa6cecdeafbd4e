#pragma once

#include <mpi.h>

#include <string>
#include <vector>

#include "percuta/numerics/operators/transmissibility.hpp"

/// hypre (FalgoutYang2002) on our own matrices: conjugate gradients with one cycle of its multigrids as preconditioner.
/// A rival in the benchmarks, a referee in the tests.
namespace percuta::benchmark {

using numerics::Field;
using numerics::Index;
using numerics::Transmissibilities;

/// pfmg and smg know the grid, boomer only the matrix.
enum class HypreMethod { pfmg, smg, boomer };

/// One of the settings that hypre's users would try on such problems; numbers as in its manual.
struct HypreChoice {
  HypreMethod method = HypreMethod::pfmg;
  std::string name;
  int relax = 0;           ///< kind of smoother
  bool is_lean = false;    ///< pfmg: skips smoothing on some levels
  bool is_turned = false;  ///< pfmg, smg: axes as x, z, y in place of x, y, z
  int coarsen = 0;         ///< boomer: 8 = PMIS, 10 = HMIS
  int aggressive = 0;      ///< boomer: levels coarsened aggressively
  double strong = 0;       ///< boomer: threshold of strong couplings
};

std::vector<HypreChoice> hypre_choices(HypreMethod method);

struct HypreSystem {
  const Transmissibilities& matrix;
  double shift = 0;  ///< as ColumnSolver::set_shift [1/s]
  const Field& f;    ///< as Transmissibilities::load
  double tolerance = 1e-8;
  MPI_Comm ranks = MPI_COMM_SELF;  ///< slabs of y are shared out between them
};

/// Wall time of work, and time that a processor spent on it in this process [s].
struct Cost {
  double wall = 0, processor = 0;

  Cost operator+(const Cost& other) const { return {wall + other.wall, processor + other.processor}; }
};

struct HypreReport {
  Cost setup, solve;
  Index iterations = 0;
};

/// Solves from zero; every rank of the system calls it. The whole u is left on the first rank. Throws
/// std::runtime_error when hypre reports an error or does not converge in 500 iterations.
HypreReport solve_by_hypre(const HypreSystem& system, const HypreChoice& choice, Field& u);

}  // namespace percuta::benchmark
