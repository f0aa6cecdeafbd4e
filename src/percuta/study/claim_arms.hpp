#pragma once

#include <string>
#include <vector>

#include "percuta/study/claim_file.hpp"
#include "percuta/study/model.hpp"

namespace percuta::study {

/// An arm that was loaded, and its members' results.
struct ArmRun {
  std::string name;
  Model model;
  std::vector<std::vector<double>> rows;  ///< per member from 1: every quantity of the first session; SI
};

/// The study behind an arm, with its settings and `members` members, all arms under one seed: members of equal number
/// share the hand and everything else that both arms leave open. Throws InputError.
Model load_arm(const std::string& study, const std::vector<std::string>& settings, std::int64_t members,
               const DataFolder& data, const Units& units);

/// Simulates members 1 .. n. Throws Interrupted.
std::vector<std::vector<double>> simulate_members(const Model& model, const RunControl& control);

/// Every quantity of the first session with every input at its median, but `inputs` as given.
std::vector<double> simulate_median(const course::Inputs& inputs, const Model& model, const RunControl& control);

/// Which column of a row holds "room.name"; throws InputError when no result is called so.
std::size_t column_of(const std::string& quantity);

}  // namespace percuta::study
