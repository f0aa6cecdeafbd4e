#pragma once

#include <filesystem>
#include <string_view>

#include "percuta/report/compare/compare_inputs.hpp"
#include "percuta/report/compare/kept_run.hpp"

/// Puts a comparison on the disk.
namespace percuta::report {

/// Writes compare.csv and compare.html into `folder`, both or neither; an earlier comparison there is replaced. Throws
/// FileError, also when the folder holds anything else.
void write_comparison(const std::vector<KeptRun>& runs, const std::vector<Difference>& differences,
                      const std::vector<std::string>& warnings, std::string_view page_template,
                      const std::filesystem::path& folder);

/// Removes an earlier comparison, and what a killed one left beside it. Throws FileError when the folder holds anything
/// else, which is left untouched.
void remove_comparison(const std::filesystem::path& folder);

}  // namespace percuta::report
