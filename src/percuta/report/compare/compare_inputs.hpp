#pragma once

#include <string>
#include <vector>

#include "percuta/report/compare/kept_run.hpp"

/// What was asked differently of several runs.
namespace percuta::report {

/// One key of study.resolved.toml that not all runs answer alike.
struct Difference {
  std::string key;                  ///< "device.needle.length"
  std::vector<std::string> values;  ///< per run, as text; "" where the run has no such key
  bool is_chosen = false;           ///< set in one of the studies, not a default from the data
};

/// Keys in the order in which they first stand in a study, those of a later run behind. Throws InputError for a study
/// that cannot be read.
std::vector<Difference> differences_of(const std::vector<KeptRun>& runs);

/// One sentence: which chosen keys differ with their values, and how many more differ. "device" stands for all below it
/// when devices differ.
std::string difference_sentence(const std::vector<Difference>& differences);

/// What a reader should know before comparing: other versions, other members, a run without a page.
std::vector<std::string> comparison_warnings(const std::vector<KeptRun>& runs);

}  // namespace percuta::report
