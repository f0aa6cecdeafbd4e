#pragma once

#include <string>
#include <vector>

#include "percuta/claims/claim_file.hpp"
#include "percuta/run/run.hpp"
#include "percuta/study/study.hpp"

namespace percuta::claims {

/// An arm that was loaded, and its members' results.
struct ArmRun {
  std::string name;
  study::Model model;
  run::ResultTable table;
};

/// The study behind an arm, with its settings and `members` members, all arms under one seed: members of equal number
/// share the hand and everything else that both arms leave open. Throws InputError.
study::Model load_arm(const std::string& study, const std::vector<std::string>& settings, std::int64_t members,
                      const DataFolder& data, const Units& units);

}  // namespace percuta::claims
