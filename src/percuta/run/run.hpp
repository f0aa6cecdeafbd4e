#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <vector>

#include "percuta/run/experiment_quantities.hpp"
#include "percuta/run/quantities.hpp"
#include "percuta/run/record.hpp"
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

/// One member's numbers, all that a resumed run needs of it.
struct MemberResult {
  std::vector<double> values;  ///< in a fixed order
};

/// How a run talks to its caller. All calls come from one thread at a time.
struct RunControl {
  int threads = 0;
  numerics::KernelClone clone = numerics::KernelClone::baseline;
  bool with_chance = true;  ///< false: without the drawn run's evenness against chance, where only results are wanted
  const std::atomic<bool>* stop = nullptr;  ///< set: finish the members begun, throw Interrupted
  std::function<void(std::uint32_t done, std::uint32_t all)> progress;  ///< may be empty
  std::function<bool(std::uint32_t member, MemberResult&)> recall;      ///< a member computed before; may be empty
  std::function<void(std::uint32_t member, const MemberResult&)> keep;  ///< called once per new member; may be empty
};

/// Runs the ensemble. Throws InputError when the model cannot run, Interrupted when stopped, SolverError for an open
/// ledger.
Record run(const study::Model& model, const RunControl& control, const Units& units);

}  // namespace percuta::run
