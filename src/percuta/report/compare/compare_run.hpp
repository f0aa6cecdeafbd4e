#pragma once

#include <filesystem>
#include <string>

#include "percuta/report/compare/kept_run.hpp"

/// Runs read back from their folders.
namespace percuta::report {

/// Reads results.json, study.resolved.toml and the page's data. Throws InputError for what is no run folder, or whose
/// page is of another run; FileError for a file that cannot be read.
KeptRun read_run(const std::filesystem::path& folder);

/// What stands in the slot of a report.html or compare.html, "" when there is none.
std::string data_of_page(const std::string& page);

}  // namespace percuta::report
