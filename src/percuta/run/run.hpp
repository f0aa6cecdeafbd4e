#pragma once

#include <cstdint>
#include <string>

#include "percuta/run/ensemble.hpp"
#include "percuta/run/reading.hpp"
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
  double shared_bytes = 0;     ///< what all members share, and their numbers
  double shared_seconds = 0;   ///< of reading and writing, on one core
  double last_bytes = 0;       ///< beside the median run, while its files are written
  double cells = 0;            ///< of a patch, 0 = holes are rings
  double fields = 0;           ///< of those that a patch keeps, one a moment and active
  double patch_seconds = 0;    ///< of the median's patch, on one core
  double patch_bytes = 0;      ///< while it is solved
};
/// Takes no longer for more strikes.
Cost estimate(const study::Model& model);

/// How long a run of the whole ensemble takes [s], and the most memory that it has at once [B]; 0 threads = one on each
/// core of this machine.
double expected_seconds(const study::Model& model, const Cost& cost, int threads);
double expected_bytes(const study::Model& model, const Cost& cost, int threads);

/// Throws InputError when the run takes more memory than is left [B].
void refuse_over_budget(const study::Model& model, int threads, double memory_left);

/// A size for people: "2.6 GB".
std::string size_text(double bytes);

/// Throws InputError, with the reason, for a study that needs what is not built.
void refuse_unbuilt(const study::Model& model);

/// Runs the ensemble. Throws InputError when the model cannot run, Interrupted when stopped, SolverError for an open
/// ledger.
Record run(const study::Model& model, const RunControl& control, const Units& units);

/// How near the study comes to its limits by what is known before it runs: how far its needles can reach.
std::vector<safety::JudgedLimit> foretold_limits(const study::Model& model, const Units& units);

/// Whether no limit is passed.
bool holds_limits(const Record& record);

}  // namespace percuta::run
