#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "percuta/study/record.hpp"

/// Writes the run folder: what a user keeps of a run.
/// In       a Record, run facts (machine, time, command), the page template
/// Out      study.resolved.toml results.json run.json summary.csv series.csv punctures.csv report.html figures/*.svg
/// Holds    files appear whole or not at all; every byte but run.json's depends on the study alone   Throws  FileError
/// Checked  tests/report
namespace percuta::report {

/// What run.json alone may hold: facts of this machine and moment.
struct RunFacts {
  std::string command, machine, started, finished;
  double seconds = 0;
  int threads = 0;
  std::string kernel;
};

/// results.json as text; numbers to 6 significant digits, keys in a fixed order, a final newline.
std::string results_json(const study::Record& record);
/// The data slot of report.html (docs/formats.md, "page data"); '<' is escaped, so no text can end the slot.
std::string page_json(const study::Record& record);
std::string punctures_csv(const study::Record& record);
/// All quantities of results.json as one table; text cells that a spreadsheet would run are quoted with an apostrophe.
std::string summary_csv(const study::Record& record);
/// All curves of the record as one table: figure,axis,axis_unit,at,quantity,unit,value,low,high.
std::string series_csv(const study::Record& record);
std::string run_json(const study::Record& record, const RunFacts& facts);
/// Whether `text` is a run.json of Percuta's.
bool is_run_json(std::string_view text);
/// The page: the template with its slot filled. Throws FileError when the template has no slot.
std::string page(std::string_view page_template, const std::string& page_data);

/// Static figures, as SVG text.
std::string puncture_map_svg(const study::Record& record);
std::string depth_histogram_svg(const study::Record& record);
std::string layer_reach_svg(const study::Record& record);

/// Writes all files into `folder` (made if absent), each to a temporary name, flushed, then renamed.
void write_run_folder(const study::Record& record, const RunFacts& facts, std::string_view page_template,
                      const std::filesystem::path& folder);

/// Whether a file must be on the disk before the call returns; a reader that checks what it reads can do without.
enum class Flush { now, later };

/// One file, whole or not at all. Throws FileError with the system's reason.
void write_file(const std::filesystem::path& path, std::string_view bytes, Flush flush = Flush::now);

/// Whether the folder holds a run.json of Percuta's.
bool is_run_folder(const std::filesystem::path& folder);

/// The first thing in a run folder that no run of Percuta's wrote, relative to it; empty when there is none.
std::filesystem::path foreign_in_run_folder(const std::filesystem::path& folder);

/// Puts the finished folder `made` in the place of `wanted`, replacing an earlier run or an empty folder in one step.
/// Throws FileError when something else stands there, which is left untouched.
void publish_folder(const std::filesystem::path& made, const std::filesystem::path& wanted);

}  // namespace percuta::report
