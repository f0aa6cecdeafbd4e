#pragma once

#include "percuta/base/units.hpp"
#include "percuta/run/record.hpp"

/// From the members' table to what the report shows.
namespace percuta::run {

/// Fills results, sessions, curves, layers and the depth histogram from `record.table`. What no member has goes to
/// `record.undefined` instead.
void add_results(const Units& units, Record& record);

/// Adds what the reader of this run must be told: first of all whether nothing lands in the window; in how many members
/// tips are extrapolated or slit, no hole stays, or a reference is not met; whether the next session meets crusts;
/// whether nothing pierces; what is not defined. Needs the results.
void add_run_warnings(const study::Model& model, const Units& units, Record& record);

}  // namespace percuta::run
