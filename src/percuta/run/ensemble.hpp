#pragma once

#include <vector>

#include "percuta/run/result_table.hpp"
#include "percuta/run/run_control.hpp"
#include "percuta/study/study.hpp"

namespace percuta::run {

/// Simulates every member of the study's ensemble: the one loop behind runs, benches and verdicts. Members that
/// `control` recalls are not computed again. Throws Interrupted when stopped, SolverError for an open ledger.
/// Only what is `asked` for is worked out; a name that no result has is left to whoever looks it up.
ResultTable simulate_members(const study::Model& model, const RunControl& control, const Asked& asked = {});

/// The numbers of the median person with each of these inputs in the place of the study's own: a row each, in their
/// order. `control` as for members, but that nothing is recalled or kept. Throws as `simulate_members`.
ResultTable simulate_variants(const study::Model& model, const std::vector<course::Inputs>& variants,
                              const RunControl& control, const Asked& asked = {});

}  // namespace percuta::run
