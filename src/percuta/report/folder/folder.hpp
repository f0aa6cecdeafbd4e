#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "percuta/run/run.hpp"

/// Writes the run folder: what a user keeps of a run.
/// In       a Record, run facts (machine, time, command), the page template
/// Out      study.resolved.toml results.json run.json summary.csv series.csv punctures.csv report.html figures/*.svg
/// Holds    files appear whole or not at all; every byte but run.json's depends on the study alone   Throws  FileError
/// Checked  tests/report/folder
namespace percuta::report {

/// What run.json alone may hold: facts of this machine and moment.
struct RunFacts {
  std::string command, machine, started, finished;
  double seconds = 0;
  int threads = 0;
  std::string kernel;
};

std::string run_json(const run::Record& record, const RunFacts& facts);
/// Whether `text` is a run.json of Percuta's.
bool is_run_json(std::string_view text);

/// Writes all files into `folder` (made if absent), each to a temporary name, flushed, then renamed.
void write_run_folder(const run::Record& record, const RunFacts& facts, std::string_view page_template,
                      const std::filesystem::path& folder);

/// Whether the folder holds a run.json of Percuta's.
bool is_run_folder(const std::filesystem::path& folder);

/// The first thing in a run folder that no run of Percuta's wrote, relative to it; empty when there is none.
std::filesystem::path foreign_in_run_folder(const std::filesystem::path& folder);

/// Puts the finished run folder `made` in the place of `wanted`, replacing an earlier run or an empty folder in one
/// step. Throws FileError when something else stands there, which is left untouched.
void publish_run_folder(const std::filesystem::path& made, const std::filesystem::path& wanted);

}  // namespace percuta::report
