#pragma once

#include "percuta/base/units.hpp"
#include "percuta/run/record.hpp"

/// From the members' table to what the report shows.
namespace percuta::run {

/// Fills results, sessions, curves, layers and the depth histogram from `record.table`.
void add_results(const Units& units, Record& record);

/// Adds what the reader of this run must be told: in how many members tips are extrapolated or slit, whether nothing
/// pierces.
void add_run_warnings(const Units& units, Record& record);

}  // namespace percuta::run
