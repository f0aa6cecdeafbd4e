#pragma once

#include <vector>

#include "percuta/run/result_table.hpp"
#include "percuta/run/run_control.hpp"
#include "percuta/study/study.hpp"

namespace percuta::run {

/// Simulates every member of the study's ensemble: the one loop behind runs, benches and verdicts. Members that
/// `control` recalls are not computed again. Throws Interrupted when stopped, SolverError for an open ledger.
/// Only what is `asked` for is worked out; throws InputError for a name that no result has.
ResultTable simulate_members(const study::Model& model, const RunControl& control, const Asked& asked = {});

/// The same, and the course of the median person, walked beside them as one more piece of the work.
struct Ensemble {
  ResultTable table;
  course::Course median;
};
Ensemble simulate_ensemble(const study::Model& model, const RunControl& control);

/// The numbers of the median person with each of these inputs in the place of the study's own: a row each, in their
/// order. Where a variant cannot move a landing of the first one, it takes its landings. They heal coarsely: rows are
/// to be held against each other, not against those of members. `control` as for members, but that nothing is recalled
/// or kept. Throws as `simulate_members`.
ResultTable simulate_variants(const study::Model& model, const std::vector<course::Inputs>& variants,
                              const RunControl& control, const Asked& asked = {});

/// A study, and what is asked of its members.
struct AskedStudy {
  const study::Model& model;
  Asked asked;
};

/// The members of several studies as one heap of work, so that no thread is idle while a study ends: a table each, in
/// their order. Progress counts studies. Nothing is recalled or kept. Throws as `simulate_members`.
std::vector<ResultTable> simulate_studies(const std::vector<AskedStudy>& studies, const RunControl& control);

/// What a study's members would give, and no member: to see what can be read off it before anything runs.
ResultTable empty_table(const study::Model& model);

}  // namespace percuta::run
