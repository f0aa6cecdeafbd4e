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
  std::vector<std::vector<double>> rows;  ///< per member from 1: every quantity of the first session; SI
};

/// The study behind an arm, with its settings and `members` members, all arms under one seed: members of equal number
/// share the hand and everything else that both arms leave open. Throws InputError.
study::Model load_arm(const std::string& study, const std::vector<std::string>& settings, std::int64_t members,
                      const DataFolder& data, const Units& units);

/// Simulates members 1 .. n. Throws Interrupted.
std::vector<std::vector<double>> simulate_members(const study::Model& model, const run::RunControl& control);

/// Every quantity of the first session with every input at its median, but `inputs` as given.
std::vector<double> simulate_median(const course::Inputs& inputs, const study::Model& model,
                                    const run::RunControl& control);

/// Which column of a row holds "room.name"; throws InputError when no result is called so.
std::size_t column_of(const std::string& quantity);

}  // namespace percuta::claims
