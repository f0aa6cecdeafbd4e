#pragma once

#include <string>

#include "percuta/report/tables/json_values.hpp"
#include "percuta/report/tables/sweep_table.hpp"
#include "percuta/report/tables/terminal.hpp"
#include "percuta/report/tables/validation_page.hpp"
#include "percuta/run/run.hpp"

/// A run as text: JSON for programs, CSV for spreadsheets, lines for a terminal.
/// In       a Record                                          Out  bytes that depend on the study alone
/// Checked  tests/report/tables
namespace percuta::report {

/// results.json as text; numbers to 6 significant digits, keys in a fixed order, a final newline.
std::string results_json(const run::Record& record);
std::string punctures_csv(const run::Record& record);
/// All quantities of results.json as one table; text cells that a spreadsheet would run are quoted with an apostrophe.
std::string summary_csv(const run::Record& record);
/// All curves of the record as one table: figure,axis,axis_unit,at,quantity,unit,value,low,high.
std::string series_csv(const run::Record& record);

}  // namespace percuta::report
