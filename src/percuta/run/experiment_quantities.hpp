#pragma once

#include <functional>
#include <string>
#include <vector>

#include "percuta/course/bench.hpp"
#include "percuta/study/study.hpp"

namespace percuta::run {

/// One quantity of a bench test's results.json.
struct ExperimentQuantity {
  std::string room, name, unit;
  std::string meaning;
  std::function<double(const course::Tested&)> of;  ///< SI
};

/// What this model's bench says, in the order of results.json.
std::vector<ExperimentQuantity> experiment_quantities(const study::Model& model);

/// What benches say beyond the quantities of a course.
const std::vector<ExperimentQuantity>& bench_quantities();

}  // namespace percuta::run
