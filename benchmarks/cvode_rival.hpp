#pragma once

#include "reacting_problem.hpp"

namespace percuta::benchmark {

/// How CVODE's SPGMR is helped: dense systems in every cell with the diagonal of motion, or these without it and then
/// one of our multigrid cycles a moving field.
enum class CvodeWay { cells, cells_and_cycles };

struct CvodeAnswer {
  std::vector<Field> fields;
  long steps = 0, iterations = 0, rates = 0;
};

/// The same problem by CVODE (SUNDIALS): BDF, Newton, SPGMR, one thread. atol = rtol / 10 as ours.
CvodeAnswer cvode_heals(HealingProblem& problem, double time, double rtol, CvodeWay way);

}  // namespace percuta::benchmark
