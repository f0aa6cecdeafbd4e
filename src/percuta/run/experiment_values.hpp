#pragma once

#include <cstddef>
#include <vector>

#include "percuta/course/bench.hpp"
#include "percuta/run/run.hpp"

/// What is kept of one member of a bench test, and how members become intervals and curves.
namespace percuta::run {

/// How many numbers a member has.
std::size_t experiment_value_count(const study::Model& model);

/// The quantities of `experiment_quantities`, whether the tip is extrapolated, layer faces, then the curves; SI.
std::vector<double> experiment_values(const course::Tested& tested, const study::Model& model);

/// Writes experiment, results, layers, curves and warnings of `record` from the members' rows.
void fill_experiment(const std::vector<MemberResult>& members, const study::Model& model, const Units& units,
                     Record& record);

/// Force per needle [N] and depth in place [m] at even steps of travel up to `travel`; where a press stops short its
/// last values stand on.
struct PressPoints {
  std::vector<double> force, depth;
};
PressPoints press_points(const insertion::PressCurve& press, double travel);

}  // namespace percuta::run
