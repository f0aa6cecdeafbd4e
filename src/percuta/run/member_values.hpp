#pragma once

#include <cstddef>
#include <vector>

#include "percuta/run/run.hpp"
#include "percuta/study/study.hpp"

/// What is kept of one ensemble member: a row of numbers in a fixed order, and how rows become intervals.
namespace percuta::run {

/// Faces between which punctures are counted by depth: from the surface to the longest needle [m].
std::vector<double> depth_edges(const course::Inputs& inputs);

/// How many numbers a member has.
std::size_t value_count(const study::Model& model);

/// All quantities of every session, then depth histogram, unpierced share, layer faces and closing curves of the first
/// session; SI.
std::vector<double> values_of(const course::Course& course, const study::Model& model);

/// Writes results, sessions, histogram and layers of `record` from the members' rows.
void fill_intervals(const std::vector<MemberResult>& members, const study::Model& model, const Units& units,
                    Record& record);

/// Adds what the reader of this run must be told: in how many members tips are extrapolated or slit, whether nothing
/// pierces.
void add_run_warnings(const std::vector<MemberResult>& members, const Units& units, Record& record);

}  // namespace percuta::run
