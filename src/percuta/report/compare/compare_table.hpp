#pragma once

#include <string>
#include <vector>

#include "percuta/report/compare/compare_inputs.hpp"
#include "percuta/report/compare/kept_run.hpp"

/// The quantities of several runs side by side.
namespace percuta::report {

/// One quantity with its interval in every run; not a number where a run has none.
struct ComparedQuantity {
  std::string room, name, unit;
  std::vector<Interval> values;  ///< per run, in `unit`
};

/// In the order of the first run, what only later runs have behind it. A quantity in two units is two rows.
std::vector<ComparedQuantity> compared(const std::vector<KeptRun>& runs);

/// compare.csv: quantity,unit, then value, low and high of each run under the run's folder.
std::string comparison_csv(const std::vector<KeptRun>& runs);

/// What a user reads in the terminal: the runs by letter, what differs, the table, warnings. Ends with a newline.
std::string comparison_text(const std::vector<KeptRun>& runs, const std::vector<Difference>& differences,
                            const std::vector<std::string>& warnings, bool color);

}  // namespace percuta::report
