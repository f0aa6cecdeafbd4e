#pragma once

#include "percuta/report/compare/compare_folder.hpp"
#include "percuta/report/compare/compare_inputs.hpp"
#include "percuta/report/compare/compare_json.hpp"
#include "percuta/report/compare/compare_run.hpp"
#include "percuta/report/compare/compare_table.hpp"
#include "percuta/report/compare/kept_run.hpp"

/// Runs side by side: read back from their folders, what was asked differently, what came out.
/// In       run folders                                       Out  compare.csv, compare.html, text, JSON
/// Throws   InputError, FileError                             Checked  tests/report/compare
