#pragma once

#include <cstdint>

#include "percuta/run/ensemble.hpp"
#include "percuta/run/record.hpp"
#include "percuta/run/run_control.hpp"
#include "percuta/study/study.hpp"

/// Runs a study: every member of its ensemble, then intervals over them.
/// In       a Model, threads, what was computed before    Out  a Record
/// Holds    the same bytes on any number of threads       Throws  InputError, SolverError, Interrupted
/// Checked  tests/run
namespace percuta::run {

/// Rough cost of a run, for `check`.
struct Cost {
  std::int64_t punctures = 0;  ///< per member, all sessions, expected
  double bytes = 0;            ///< memory of one member
  double member_seconds = 0;   ///< one member on one core
};
Cost estimate(const study::Model& model);

/// How long a run of the whole ensemble takes [s]; 0 threads = one on each core of this machine.
double expected_seconds(const study::Model& model, const Cost& cost, int threads);

/// Runs the ensemble. Throws InputError when the model cannot run, Interrupted when stopped, SolverError for an open
/// ledger.
Record run(const study::Model& model, const RunControl& control, const Units& units);

}  // namespace percuta::run
