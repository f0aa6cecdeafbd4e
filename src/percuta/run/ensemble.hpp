#pragma once

#include "percuta/run/result_table.hpp"
#include "percuta/run/run_control.hpp"
#include "percuta/study/study.hpp"

namespace percuta::run {

/// Simulates every member of the study's ensemble: the one loop behind runs, benches and verdicts. Members that
/// `control` recalls are not computed again. Throws Interrupted when stopped, SolverError for an open ledger.
ResultTable simulate_members(const study::Model& model, const RunControl& control);

/// The numbers of one member alone, with `inputs` in the place of the study's own. Throws as `simulate_members`.
ResultTable simulate_one(const study::Model& model, const course::Inputs& inputs, const Member& member,
                         const RunControl& control);

}  // namespace percuta::run
