#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "percuta/claims/claim_file.hpp"
#include "percuta/run/run.hpp"
#include "percuta/study/study.hpp"

namespace percuta::claims {

/// An end of an assumed input's range.
enum class End { low, high };

/// An arm that was loaded, its members' results, and those of its median with one assumed input at either end.
struct ArmRun {
  study::Model model;
  run::ResultTable table;
  std::vector<std::string> assumed;  ///< inputs that are assumed and can act on what is asked, by path
  run::ResultTable turned;           ///< the median, then each of them at its low and its high end

  double median(const run::Reading& reading, const Units& units) const;
  /// The median's number with that input there; an arm without the input keeps its own.
  double turned_to(const std::string& path, End end, const run::Reading& reading, const Units& units) const;
};

/// The arms of one or more claims: each is simulated once, whoever asks for it, and only for what is asked of it.
class Arms {
 public:
  Arms(const DataFolder& data, const Units& units) : data_(data), units_(units) {}

  /// Makes a claim's arms known, and what its tests ask of them: every claim's before the first is run.
  void add(const ClaimFile& file);
  /// Simulates those of the claim's arms that nobody has asked for yet. Progress counts variants of all of them. Throws
  /// InputError, Interrupted.
  void run(const ClaimFile& file, const run::RunControl& control);
  /// How long `run` would take at most [s].
  double seconds(const ClaimFile& file, int threads);
  /// One that has been run. Throws InputError for a name that the claim's file does not have.
  const ArmRun& named(const ClaimFile& file, const std::string& name) const;

 private:
  struct Known {
    std::set<std::string, std::less<>> quantities;
    ArmRun run;
    bool is_loaded = false, is_run = false;
  };
  static std::string key_of(const ClaimArm& arm, std::int64_t members);
  Known& loaded(const ClaimArm& arm, std::int64_t members);
  std::vector<Known*> waiting(const ClaimFile& file);

  const DataFolder& data_;
  const Units& units_;
  std::map<std::string, Known> known_;
  healing::SharedReferences references_;  ///< members of all arms share them
};

/// Names of the arms that a test reads.
std::vector<std::string> arms_of(const ClaimTest& test);

/// The study behind an arm, with its settings and `members` members, all arms under one seed: members of equal number
/// share the hand and everything else that both arms leave open. The setting "device.name=none" leaves the skin
/// untreated. Throws InputError.
study::Model load_arm(const std::string& study, const std::vector<std::string>& settings, std::int64_t members,
                      const DataFolder& data, const Units& units);

}  // namespace percuta::claims
