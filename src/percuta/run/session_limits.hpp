#pragma once

#include <vector>

#include "percuta/base/units.hpp"
#include "percuta/run/result_table.hpp"
#include "percuta/safety/safety.hpp"
#include "percuta/study/study.hpp"

namespace percuta::run {

/// Every session of the study held against the model's limits, by what needs no run and, where the table has members,
/// by their results; of several sessions that which comes nearest to a bound.
std::vector<safety::JudgedLimit> session_limits(const study::Model& model, const ResultTable& table,
                                                const Units& units);

}  // namespace percuta::run
