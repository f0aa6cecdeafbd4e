#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "percuta/base/data_folder.hpp"
#include "percuta/course/course.hpp"
#include "percuta/study/experiment.hpp"
#include "percuta/study/record.hpp"
#include "percuta/study/sweep.hpp"

/// The study file: reads it, fills it from the data, refuses what must be refused, and runs it.
/// In       a study file, --set overrides, the data folder    Out  a Model ready to run; a Record
/// Holds    adults, intact skin, no contraindication          Throws  InputError, SolverError, Interrupted
/// Checked  tests/study
namespace percuta::study {

/// A study with everything it names looked up: valid, complete, ready to run.
struct Model {
  std::string title;
  std::uint64_t seed = 0;
  std::uint32_t members = 0;
  Subject subject;
  course::Inputs inputs;
  Experiment experiment;                 ///< a bench test instead of the course, when it is wanted
  double travel = 0;                     ///< to which a press is drawn [m]
  Sweep sweep;                           ///< what the study asks `percuta sweep` to vary
  std::vector<ParameterRow> parameters;  ///< every value used, with interval, source, kind
  std::vector<ParameterRow> keys;        ///< every key a study may write, set here or not
  std::vector<UsedSource> sources;
  std::vector<NotBuilt> not_built;  ///< rooms and kinds the study asks for that cannot run yet
  std::vector<OwnFile> own_files;   ///< device files named by path
  std::vector<std::string> warnings;
  std::string resolved_toml;
  std::string inputs_hash;
  bool can_run = true;  ///< false: `not_built` names why
};

/// What the command line adds to a study.
struct Overrides {
  std::vector<std::string> settings;         ///< --set key=value
  std::vector<std::filesystem::path> allow;  ///< folders outside the study's own that it may name
};

Model load(const std::filesystem::path& study_file, const Overrides& overrides, const DataFolder& data,
           const Units& units);

/// Rough cost of a run, for `check`.
struct Cost {
  std::int64_t punctures = 0;  ///< per member, all sessions, expected
  double bytes = 0;            ///< memory of one member
  double member_seconds = 0;   ///< one member on one core
};
Cost estimate(const Model& model);

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
Record run(const Model& model, const RunControl& control, const Units& units);

}  // namespace percuta::study
