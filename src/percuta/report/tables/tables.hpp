#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "percuta/base/stage_times.hpp"
#include "percuta/report/tables/claims_table.hpp"
#include "percuta/report/tables/density_csv.hpp"
#include "percuta/report/tables/density_tiles.hpp"
#include "percuta/report/tables/json_values.hpp"
#include "percuta/report/tables/outlook.hpp"
#include "percuta/report/tables/sweep_table.hpp"
#include "percuta/report/tables/terminal.hpp"
#include "percuta/report/tables/validation_page.hpp"
#include "percuta/run/run.hpp"

/// A run as text: JSON for programs, CSV for spreadsheets, lines for a terminal.
/// In       a Record                                 Out  bytes that depend on the study alone; run.json, which does
/// not Checked  tests/report/tables
namespace percuta::report {

/// results.json as text; numbers to 6 significant digits, keys in a fixed order, a final newline.
std::string results_json(const run::Record& record);

/// What run.json alone may hold: facts of this machine and moment.
struct RunFacts {
  std::string command, machine, started, finished;
  double seconds = 0;
  int threads = 0;
  std::string kernel;
  std::vector<StageTimes::Stage> stages = {};  ///< where the time went
};

/// run.json as text; `files` are the names of all files in its folder, sorted.
std::string run_json(const std::string& version, const std::vector<std::string>& files, const RunFacts& facts);
/// Whether `text` is a run.json of Percuta's.
bool is_run_json(std::string_view text);
/// The version of Percuta that wrote a run.json; "" when it does not say.
std::string version_in_run_json(std::string_view text);
/// The names that a run.json lists, sorted; nullopt when it is of a run from before there was a list.
std::optional<std::vector<std::string>> files_in_run_json(std::string_view text);

std::string punctures_csv(const run::Record& record);
/// The same piece by piece: of very many strikes the whole text would not fit beside them.
void write_punctures(const run::Record& record, const std::function<void(std::string_view)>& take);
/// All quantities of results.json as one table; text cells that a spreadsheet would run are quoted with an apostrophe.
std::string summary_csv(const run::Record& record);
/// All curves of the record as one table: figure,axis,axis_unit,at,quantity,unit,value,low,high.
std::string series_csv(const run::Record& record);

}  // namespace percuta::report
