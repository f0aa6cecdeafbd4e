#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "percuta/report/folder/expected_files.hpp"
#include "percuta/report/folder/folder_writer.hpp"
#include "percuta/report/folder/kept_inputs.hpp"
#include "percuta/report/folder/kept_sweep.hpp"
#include "percuta/report/tables/tables.hpp"
#include "percuta/run/run.hpp"

/// Writes the run folder: what a user keeps of a run, and what tells it from a folder of the user's own.
/// In       a Record or a sweep's table, run facts (machine, time, command), the page template
/// Out      study.resolved.toml results.json run.json summary.csv series.csv punctures.csv report.html figures/*.svg
/// Holds    files appear whole or not at all; every byte but run.json's depends on the study alone   Throws  FileError
/// Checked  tests/report/folder
namespace percuta::report {

/// Writes all files into `folder` (made if absent), each to a temporary name, flushed, then renamed; run.json, which
/// names them, last.
void write_run_folder(const run::Record& record, const RunFacts& facts, std::string_view page_template,
                      const std::filesystem::path& folder);

/// Writes the page of a run folder again, and what else it lacks; whatever is there stays. `record` is of the inputs
/// that the folder keeps.
void complete_run_folder(const run::Record& record, std::string_view page_template,
                         const std::filesystem::path& folder);

/// The folder of a sweep: sweep.csv, study.resolved.toml, the files that it names, run.json, and a figure for each
/// quantity in `shown`, or for none when it is empty. Throws InputError for a quantity that no point has.
void write_sweep_folder(const SweepTable& table, const std::vector<std::string>& shown, const KeptInputs& inputs,
                        const RunFacts& facts, const std::filesystem::path& folder);

/// Whether the folder holds a run.json of Percuta's.
bool is_run_folder(const std::filesystem::path& folder);

/// The first thing in a run folder that its run.json does not name, relative to it; empty when there is none.
std::filesystem::path foreign_in_run_folder(const std::filesystem::path& folder);

/// Throws FileError unless `standing` is an empty folder, or a run folder with nothing foreign in it.
void refuse_unless_replaceable(const std::filesystem::path& standing);

}  // namespace percuta::report
