#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "percuta/base/ensemble.hpp"
#include "percuta/closure/closure.hpp"
#include "percuta/run/record.hpp"

/// How leak and hole fade after a session: one member's numbers, and the curves over all members.
namespace percuta::run {

/// When closing curves are drawn unless a study says otherwise [s].
std::vector<double> standard_closing_times();

/// How many numbers `closure_values` gives.
std::size_t closure_value_count();

/// The barrier's leak, then the pore's radius, at the times of the curve [1].
std::vector<double> closure_values(const closure::Clocks& clocks);

/// "closure_course"; `interval` gives the interval over the members of the i-th of those numbers.
CurveSet closure_course(const std::function<Interval(std::size_t)>& interval);

}  // namespace percuta::run
