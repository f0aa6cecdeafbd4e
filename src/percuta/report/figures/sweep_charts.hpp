#pragma once

#include <string>
#include <utility>
#include <vector>

#include "percuta/report/tables/tables.hpp"

namespace percuta::report {

/// File name and SVG text of a line chart per quantity: the first axis along the bottom, a line for each combination of
/// the others.
std::vector<std::pair<std::string, std::string>> sweep_charts(const SweepTable& table,
                                                              const std::vector<std::string>& shown);

}  // namespace percuta::report
